import MapCheck

/// A piece of Swift. Its interpolation takes other pieces, names and literals, and no bare text, so
/// that nothing from YAML can become code.
struct SwiftCode: Hashable, Sendable, ExpressibleByStringInterpolation {
  let text: String

  init(stringLiteral value: StaticString) {
    text = value.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
  }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  fileprivate init(checked text: String) { self.text = text }

  struct Interpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
    }

    mutating func appendInterpolation(_ code: SwiftCode) { text += code.text }
    mutating func appendInterpolation(_ name: SwiftName) { text += name.written }
    mutating func appendInterpolation(label name: SwiftName) { text += name.asLabel }
    mutating func appendInterpolation(_ literal: SwiftText) { text += literal.written }
    mutating func appendInterpolation(_ number: some BinaryInteger) {
      text += SwiftNumber.literal(String(number))
    }
    mutating func appendInterpolation(_ truth: Bool) { text += truth ? "true" : "false" }
  }
}

extension Sequence where Element == SwiftCode {
  /// The pieces side by side.
  func joined(_ separator: SwiftCode) -> SwiftCode {
    SwiftCode(checked: map(\.text).joined(separator: separator.text))
  }
}
