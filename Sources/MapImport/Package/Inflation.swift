import CZlib

/// zlib, with the size known beforehand.
enum Inflation {
  /// Raw deflated bytes as exactly so many; nil where they are damaged, fewer or more.
  static func inflate(_ packed: ArraySlice<UInt8>, to size: Int) -> [UInt8]? {
    var stream = z_stream()
    let version = zlibVersion()
    guard inflateInit2_(&stream, -MAX_WBITS, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var input = Array(packed)
    var isWhole = false
    // One byte more than was said, so that a longer text is noticed and goes no further.
    let output = [UInt8](unsafeUninitializedCapacity: size + 1) { room, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(clamping: input.count)
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(clamping: size + 1)
        isWhole = CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END
        count = Int(clamping: stream.total_out)
      }
    }
    return isWhole && output.count == size ? output : nil
  }

  /// The CRC-32 of zip files.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer {
      UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32(clamping: $0.count)))
    }
  }
}
