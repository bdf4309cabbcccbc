/// Writes a short ASCII text from the front.
struct ByteWriter {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// The text that `write` makes, which must not be longer than `capacity`.
  static func text(capacity: Int, _ write: (inout ByteWriter) -> Void) -> String {
    String(unsafeUninitializedCapacity: capacity) { bytes in
      var writer = ByteWriter(bytes: bytes)
      write(&writer)
      return writer.count
    }
  }

  private init(bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func append(_ character: Unicode.Scalar) {
    bytes[count] = UInt8(truncatingIfNeeded: character.value)
    count += 1
  }

  /// The last `width` digits of a number.
  mutating func append(_ number: Int, width: Int) {
    var rest = number
    for place in stride(from: count + width - 1, through: count, by: -1) {
      bytes[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += width
  }

  /// The last `width` hexadecimal digits of a number, in lower case.
  mutating func append(hexadecimal number: UInt64, width: Int) {
    for place in stride(from: (width - 1) * 4, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(place) & 0xF)
      bytes[count] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
      count += 1
    }
  }
}
