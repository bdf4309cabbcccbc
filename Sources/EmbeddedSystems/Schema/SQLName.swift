/// Names in SQL.
public enum SQLName {
  /// A name as SQL takes it, whatever is in it.
  public static func quoted(_ name: String) -> String {
    var quoted = "\""
    for character in name {
      if character == "\"" { quoted.append("\"") }
      quoted.append(character)
    }
    return quoted + "\""
  }

  /// A text as SQL takes it.
  static func literal(_ text: String) -> String {
    var quoted = "'"
    for character in text {
      if character == "'" { quoted.append("'") }
      quoted.append(character)
    }
    return quoted + "'"
  }
}
