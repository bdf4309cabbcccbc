/// Names with commas between them, as people type a list on a command line; blanks around them do not
/// count.
public enum NameList {
  /// The names of a list, in their order.
  public static func names(in text: String) -> [String] {
    text.split(separator: ",").map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The lists that may come of one that a person is typing: its last name is one of these, and none
  /// stands twice.
  public static func completions(of typed: String, with names: [String]) -> [String] {
    let last = typed.lastIndex(of: ",").map { typed.index(after: $0) }
    let before = String(typed[..<(last ?? typed.startIndex)])
    let said = Self.names(in: before)
    return names.filter { !said.contains($0) }.map { before + $0 }
  }
}
