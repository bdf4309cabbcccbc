import GRDBSQLite
import MapRuntime

/// The decimals and ids that a statement holds from one row to the next: each has 16 bytes of its own,
/// where the next one is written without binding it again. Texts are copied by SQLite.
final class KeptBindings {
  private static let size = 16
  private let bytes: UnsafeMutableRawBufferPointer
  /// By place, whether what is bound there is those bytes.
  private var isBound: [Bool]

  init(of statement: RowStatement) {
    let places = Int(sqlite3_bind_parameter_count(statement.handle)) + 1
    bytes = .allocate(byteCount: places * Self.size, alignment: Self.size)
    isBound = Array(repeating: false, count: places)
  }

  deinit { bytes.deallocate() }

  /// Something else is bound at a place.
  @inline(__always)
  func forget(_ place: Int32) { isBound[Int(place)] = false }

  func bind(_ blob: UnsafeRawBufferPointer, to handle: OpaquePointer, at place: Int32) {
    let start = Int(place) * Self.size
    guard blob.count == Self.size else {
      forget(place)
      sqlite3_bind_blob(
        handle, place, blob.baseAddress, Int32(truncatingIfNeeded: blob.count), RowStatement.copied)
      return
    }
    let own = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + Self.size])
    own.copyMemory(from: blob)
    if isBound[Int(place)] { return }
    sqlite3_bind_blob(handle, place, own.baseAddress, Int32(Self.size), nil)
    isBound[Int(place)] = true
  }
}
