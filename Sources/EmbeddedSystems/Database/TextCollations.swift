import GRDB
import GRDBSQLite
import MapRuntime

/// The orders of texts that conditions compare by (docs/language.md#conditions): exactly those of
/// `RowCondition`, which SQLite's own are not beyond ASCII.
enum TextCollations {
  /// Texts with case.
  static let exact = "MAPSYNC_TEXT"
  /// Texts without case.
  static let caseless = "MAPSYNC_CASELESS"

  static func register(on db: Database) throws {
    let texts = sqlite3_create_collation_v2(
      db.sqliteConnection, exact, SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        TextCollations.compare(
          UnsafeRawBufferPointer(start: left, count: Int(leftCount)),
          UnsafeRawBufferPointer(start: right, count: Int(rightCount)), isCaseless: false)
      }, nil)
    let caselessTexts = sqlite3_create_collation_v2(
      db.sqliteConnection, caseless, SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        TextCollations.compare(
          UnsafeRawBufferPointer(start: left, count: Int(leftCount)),
          UnsafeRawBufferPointer(start: right, count: Int(rightCount)), isCaseless: true)
      }, nil)
    guard texts == SQLITE_OK, caselessTexts == SQLITE_OK else {
      throw DatabaseError(resultCode: .SQLITE_ERROR, message: "the text orders cannot be set")
    }
  }

  /// Bytes where both are ASCII; the texts' own order otherwise.
  static func compare(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, isCaseless: Bool
  ) -> Int32 {
    var place = 0
    let common = min(left.count, right.count)
    while place < common {
      var a = left[place]
      var b = right[place]
      if (a | b) & 0x80 != 0 { return compareTexts(left, right, isCaseless: isCaseless) }
      if isCaseless {
        if a >= 0x61 && a <= 0x7A { a &= 0x5F }
        if b >= 0x61 && b <= 0x7A { b &= 0x5F }
      }
      if a != b {
        // What follows may still join with this character.
        return isASCII(left, from: place) && isASCII(right, from: place)
          ? (a < b ? -1 : 1) : compareTexts(left, right, isCaseless: isCaseless)
      }
      place += 1
    }
    if left.count == right.count { return 0 }
    return isASCII(left, from: place) && isASCII(right, from: place)
      ? (left.count < right.count ? -1 : 1) : compareTexts(left, right, isCaseless: isCaseless)
  }

  private static func isASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    bytes[min(start, bytes.count)...].allSatisfy { $0 < 0x80 }
  }

  private static func compareTexts(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, isCaseless: Bool
  ) -> Int32 {
    var left = String(decoding: left, as: UTF8.self)
    var right = String(decoding: right, as: UTF8.self)
    if isCaseless {
      left = TextCase.upper(left)
      right = TextCase.upper(right)
    }
    return left < right ? -1 : right < left ? 1 : 0
  }
}
