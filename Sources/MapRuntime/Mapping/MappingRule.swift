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

/// A sentence of `refuse` and where its author wrote it (B7).
public struct MappingRefusal: Hashable, Sendable {
  public let because: String
  public let line: Int
  /// The fields of the record itself that it looks at.
  public let fields: [String]

  public init(_ because: String, line: Int, fields: [String] = []) {
    self.because = because
    self.line = line
    self.fields = fields
  }
}
