import MapSource

/// Whether a file is UTF-8.
enum Encoding {
  static func check(_ bytes: [UInt8], file: Int32) -> Finding? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Finding(
        "encoding", "the file is UTF-16", at: Span(startOf: file), help: "save it as UTF-8")
    }
    guard let offset = firstInvalid(bytes) else { return nil }
    return Finding(
      "encoding", "a byte that is not UTF-8: \(hexadecimal(bytes[offset]))",
      at: Span(file: file, start: Int32(offset), end: Int32(offset + 1)), help: "save it as UTF-8")
  }

  static func isASCII(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      let words = buffer.count & ~7
      while offset < words {
        if buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080
          != 0
        {
          return false
        }
        offset += 8
      }
      while offset < buffer.count {
        if buffer[offset] & 0x80 != 0 { return false }
        offset += 1
      }
      return true
    }
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    if isASCII(bytes) { return nil }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count < 2 ? "0" : "") + digits
  }
}
