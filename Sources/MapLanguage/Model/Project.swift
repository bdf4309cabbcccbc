import MapSource

/// What `project.yaml` says.
public struct Project: Sendable {
  /// How many features all choices of a project have at most: a set of them is one word.
  public static let mostFeatures = 64

  public var name: Located<String>
  public var choices: [Choice] = []
  public var settings: [Setting] = []
  public var defaults = FieldDefaults.none
  public var schedule: Schedule?
  /// False where a part of it could not be read, so that its absence is held against nobody.
  public var isComplete = true

  public init(name: Located<String>) { self.name = name }

  public func setting(_ name: String) -> Setting? { settings.first { $0.name.value == name } }
}
