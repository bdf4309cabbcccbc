import MapSource

/// What `project.yaml` says.
public struct Project: Sendable {
  public var name: Located<String>
  public var choices: [Choice] = []
  public var settings: [Setting] = []
  public var defaults = FieldDefaults.none
  public var schedule: Schedule?

  public init(name: Located<String>) { self.name = name }

  public func setting(_ name: String) -> Setting? { settings.first { $0.name.value == name } }
}
