/// Values with emptiness as nil: '' reads as nothing.
public enum Filled {
  @inlinable public static func text(_ text: String) -> String? { text.isEmpty ? nil : text }

  @inlinable public static func text(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return text
  }

  @inlinable public static func lookup(_ id: Guid?, to table: String) -> Lookup? {
    id.map { Lookup(table: table, id: $0) }
  }
}
