import MapSyntax

/// Finds a key by its text without hashing: its first eight bytes decide almost always.
@frozen
public struct KeyIndex<Key: KeySet>: Sendable {
  public let keys: [Key]
  /// The places of keys that must be there, as bits.
  public let required: UInt64
  @usableFromInline let names: [String]
  @usableFromInline let heads: [UInt64]

  @inlinable
  public init() {
    let keys = Array(Key.allCases)
    precondition(keys.count <= UInt64.bitWidth, "a set of keys is read with a bit for each")
    self.keys = keys
    names = keys.map(\.rawValue)
    heads = names.map(Self.head)
    required = keys.indices.reduce(0) { keys[$1].rule.isRequired ? $0 | 1 << UInt64($1) : $0 }
  }

  /// The place of a key among all of them.
  @inlinable
  public func place(of text: String) -> Int? {
    let head = Self.head(text)
    for (place, other) in heads.enumerated() where other == head && names[place] == text {
      return place
    }
    return nil
  }

  /// The same for a key as it stands in a file.
  @inlinable
  public func place(of key: SyntaxNode) -> Int? {
    let head = key.head
    for (place, other) in heads.enumerated() where other == head && key.reads(names[place]) {
      return place
    }
    return nil
  }

  @inlinable
  static func head(_ text: String) -> UInt64 {
    var head: UInt64 = 0
    for byte in text.utf8.prefix(8) { head = head << 8 | UInt64(byte) }
    return head
  }
}
