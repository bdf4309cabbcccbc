/// Values with emptiness as nil: '' reads as nothing.
public enum Filled {
  @inlinable public static func text(_ text: String) -> String? { text.isEmpty ? nil : text }

  @inlinable public static func text(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return text
  }

  /// Pieces of a text in a row; blanks beside an empty piece at either end separate nothing.
  public static func text(_ pieces: [String]) -> String? {
    func says(_ piece: String) -> Bool { piece.contains { $0 != " " } }
    guard let first = pieces.firstIndex(where: says), let last = pieces.lastIndex(where: says)
    else {
      return nil
    }
    return pieces[first...last].joined()
  }

  @inlinable public static func lookup(_ id: Guid?, to table: String) -> Lookup? {
    id.map { Lookup(table: table, id: $0) }
  }
}
