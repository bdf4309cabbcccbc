/// How a mapping's or table's name is written as a file's.
public enum FileName {
  /// Every character but letters, digits, `.` and `-` as `_`: `UNIT OF MEASURE` is
  /// `UNIT_OF_MEASURE`.
  public static func of(_ name: String) -> String {
    ofPlain(name) ?? String(name.map { isKept($0) ? $0 : "_" })
  }

  /// The same for a name of one byte a character, as most are; nil for any other.
  public static func ofPlain(_ name: String) -> String? {
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
    guard isPlain else { return nil }
    if name.utf8.allSatisfy(isKept) { return name }
    return String(decoding: name.utf8.map { isKept($0) ? $0 : 0x5F }, as: UTF8.self)
  }

  private static func isKept(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
    default: false
    }
  }

  private static func isKept(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "." || character == "-"
  }
}
