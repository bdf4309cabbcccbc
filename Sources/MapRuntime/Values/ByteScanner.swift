/// Reads a short text byte by byte from the front.
struct ByteScanner {
  private var rest: String.UTF8View.Iterator
  private var next: UInt8?

  init(_ text: String) {
    rest = text.utf8.makeIterator()
    next = rest.next()
  }

  var isAtEnd: Bool { next == nil }

  /// Passes over one ASCII character if it is next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    character.isASCII && take(byte: UInt8(character.value))
  }

  /// Passes over one byte if it is next.
  mutating func take(byte: UInt8) -> Bool {
    guard next == byte else { return false }
    next = rest.next()
    return true
  }

  /// Passes over one digit if it is next.
  mutating func takeDigit() -> UInt8? {
    guard let byte = next, byte >= 0x30, byte <= 0x39 else { return nil }
    next = rest.next()
    return byte - 0x30
  }

  /// The number in the next `count` digits; nil if there are fewer.
  mutating func takeNumber(digits count: Int) -> Int? {
    var number = 0
    for _ in 0..<count {
      guard let digit = takeDigit() else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// The number in as many digits as there are within the bounds; nil if there are fewer.
  mutating func takeNumber(digits bounds: ClosedRange<Int>) -> Int? {
    guard var number = takeNumber(digits: bounds.lowerBound) else { return nil }
    for _ in bounds.lowerBound..<bounds.upperBound {
      guard let digit = takeDigit() else { break }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Up to sixteen hexadecimal digits as a number; nil if there are fewer than `count`.
  mutating func takeHexadecimal(digits count: Int) -> UInt64? {
    var number: UInt64 = 0
    for _ in 0..<count {
      guard let byte = next else { return nil }
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      number = number << 4 | UInt64(digit)
      next = rest.next()
    }
    return number
  }
}
