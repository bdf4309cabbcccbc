/// How a mapping's or table's name is written as a file's.
public enum FileName {
  /// Every character but letters, digits, `.` and `-` as `_`: `UNIT OF MEASURE` is
  /// `UNIT_OF_MEASURE`.
  public static func of(_ name: String) -> String {
    String(name.map { isKept($0) ? $0 : "_" })
  }

  private static func isKept(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "." || character == "-"
  }
}
