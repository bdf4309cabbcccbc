import MapCheck

/// A piece of Swift. Its interpolation takes other pieces, names and literals, and no bare text, so
/// that nothing from YAML can become code.
struct SwiftCode: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// As UTF-8: pieces are put together a million times, for which strings are slow.
  let bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }

  init(stringLiteral value: StaticString) {
    bytes = value.withUTF8Buffer { Array($0) }
  }

  init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

  /// A name that Swift itself gives to a property or a case; what cannot be in one is left out.
  init(reflected name: String) {
    bytes = name.utf8.filter { SwiftName.isLetter($0) || SwiftName.isDigit($0) }
  }

  fileprivate init(checked bytes: [UInt8]) { self.bytes = bytes }

  struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func appendInterpolation(_ code: SwiftCode) { bytes.append(contentsOf: code.bytes) }
    mutating func appendInterpolation(_ name: SwiftName) { append(name.written) }
    mutating func appendInterpolation(label name: SwiftName) { append(name.asLabel) }
    mutating func appendInterpolation(_ literal: SwiftText) {
      bytes.append(contentsOf: literal.bytes)
    }
    mutating func appendInterpolation(_ number: some BinaryInteger) {
      SwiftNumber.append(number, to: &bytes)
    }
    mutating func appendInterpolation(_ truth: Bool) { append(truth ? "true" : "false") }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
  }
}

extension Sequence where Element == SwiftCode {
  /// The pieces side by side.
  func joined(_ separator: SwiftCode) -> SwiftCode {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(reduce(0) { $0 + $1.bytes.count + separator.bytes.count })
    var isFirst = true
    for piece in self {
      if !isFirst { bytes += separator.bytes }
      bytes += piece.bytes
      isFirst = false
    }
    return SwiftCode(checked: bytes)
  }
}
