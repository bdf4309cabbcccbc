/// A rule of a mapping and where its author wrote it (B7).
public struct MappingRule: Hashable, Sendable {
  /// The fields that it names, for people.
  public let name: String
  public let line: Int

  public init(_ name: String, line: Int) {
    self.name = name
    self.line = line
  }
}
