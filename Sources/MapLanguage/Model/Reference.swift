import MapSource

/// What a field refers to.
public struct Reference: Sendable {
  /// One table that may be meant.
  public struct Target: Sendable {
    public let table: Located<String>
    /// The option of the picking field that means this table.
    public let when: Located<String>?
    /// The other fields of its composite key: theirs, and the own field that holds it.
    public let otherKeys: [KeyPair]
    /// The navigation property of a Sales lookup.
    public let navigation: Located<String>?
  }

  /// A field of the other table and the own one that says it.
  public struct KeyPair: Sendable {
    public let theirs: Located<String>
    public let own: Located<String>
  }

  public let targets: [Target]
  /// The own option field that picks the table.
  public let pickedBy: Located<String>?
  public let span: Span
}
