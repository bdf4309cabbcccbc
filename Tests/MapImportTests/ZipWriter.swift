import CZlib

/// Writes zip files as AL packs its packages, and such as nobody should: what an entry says of itself
/// may be anything.
struct ZipWriter {
  struct Entry {
    var name: String
    var bytes: [UInt8]
    var isStored = false
    var isEncrypted = false
    var saidSize: Int?
    var saidChecksum: UInt32?

    init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }

    init(_ name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// A package: NAVX, the header's length, and so on to 40 bytes, then the zip file.
  static func package(_ entries: [Entry]) -> [UInt8] {
    var header = Array("NAVX".utf8) + long(40) + long(2)
    header += [UInt8](repeating: 7, count: 24) + Array("NAVX".utf8)
    return header + zip(entries)
  }

  static func zip(_ entries: [Entry]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let packed = entry.isStored ? entry.bytes : deflate(entry.bytes)
      let sum =
        entry.saidChecksum
        ?? UInt32(truncatingIfNeeded: crc32(0, entry.bytes, UInt32(entry.bytes.count)))
      let common =
        short(20) + short(entry.isEncrypted ? 1 : 0) + short(entry.isStored ? 0 : 8) + long(0)
        + long(Int(sum)) + long(packed.count) + long(entry.saidSize ?? entry.bytes.count)
        + short(entry.name.utf8.count) + short(0)
      let offset = bytes.count
      bytes += long(0x0403_4B50) + common + Array(entry.name.utf8) + packed
      directory +=
        long(0x0201_4B50) + short(20) + common + short(0) + short(0) + short(0) + long(0)
        + long(offset) + Array(entry.name.utf8)
    }
    let end =
      long(0x0605_4B50) + short(0) + short(0) + short(entries.count) + short(entries.count)
      + long(directory.count) + long(bytes.count) + short(0)
    return bytes + directory + end
  }

  private static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 16)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        CZlib.deflate(&stream, Z_FINISH)
        return Int(stream.total_out)
      }
    }
    return Array(output.prefix(count))
  }

  private static func short(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func long(_ number: Int) -> [UInt8] { short(number) + short(number >> 16) }
}
