import MapRuntime

/// The bytes of one row while it is written, so that SQLite needs no copies of its own.
final class ByteArena {
  private let bytes: UnsafeMutableRawBufferPointer
  private var count = 0

  init(capacity: Int = 65_536) {
    bytes = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { bytes.deallocate() }

  /// Forgets the last row.
  @inline(__always)
  func clear() { count = 0 }

  /// A copy that stays until `clear`; nil when the row is too large.
  @inline(__always)
  func copy(_ source: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
    guard let start = bytes.baseAddress, count + source.count <= bytes.count else { return nil }
    let target = start + count
    if let from = source.baseAddress { target.copyMemory(from: from, byteCount: source.count) }
    count += source.count
    return UnsafeRawPointer(target)
  }
}
