import GRDB
import GRDBSQLite
import MapRuntime

/// The orders of texts that conditions compare by (docs/language.md#how-values-compare): exactly
/// those of `RowCondition`.
/// With case that is SQLite's own order of bytes; without, SQLite's own knows ASCII only.
public enum TextCollations {
  /// Texts with case.
  public static let exact = "BINARY"
  /// Texts without case. Another name for another order: indexes of older files have the old one.
  public static let caseless = "MAPSYNC_NOCASE"

  static func register(on db: Database) throws {
    let texts = sqlite3_create_collation_v2(
      db.sqliteConnection, caseless, SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        TextCollations.compare(
          UnsafeRawBufferPointer(start: left, count: Int(leftCount)),
          UnsafeRawBufferPointer(start: right, count: Int(rightCount)))
      }, nil)
    guard texts == SQLITE_OK else {
      throw DatabaseError(resultCode: .SQLITE_ERROR, message: "the text orders cannot be set")
    }
  }

  /// Bytes in upper case where both are ASCII; the texts in upper case otherwise.
  private static func compare(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Int32 {
    for (a, b) in zip(left, right) {
      if (a | b) & 0x80 != 0 { return compareTexts(left, right) }
      let (a, b) = (upper(a), upper(b))
      if a != b { return a < b ? -1 : 1 }
    }
    return left.count < right.count ? -1 : left.count > right.count ? 1 : 0
  }

  private static func upper(_ byte: UInt8) -> UInt8 {
    byte >= 0x61 && byte <= 0x7A ? byte & 0x5F : byte
  }

  private static func compareTexts(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Int32 {
    let left = TextCase.upper(String(decoding: left, as: UTF8.self))
    let right = TextCase.upper(String(decoding: right, as: UTF8.self))
    return TextOrder.isBefore(left, right) ? -1 : TextOrder.isBefore(right, left) ? 1 : 0
  }
}
