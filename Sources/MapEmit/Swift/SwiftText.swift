/// A text as a Swift literal: everything outside printable ASCII is escaped.
struct SwiftText: Hashable, Sendable {
  /// As UTF-8, with the quotes.
  let bytes: [UInt8]

  private static let quote = UInt8(ascii: "\"")

  init(_ text: String) {
    var bytes: [UInt8] = []
    // The quotes, and an escape: names of rules have a dash.
    bytes.reserveCapacity(text.utf8.count + 10)
    bytes.append(Self.quote)
    for scalar in text.unicodeScalars {
      if (0x20...0x7E).contains(scalar.value), scalar != "\"", scalar != "\\" {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: Self.escaped(scalar).utf8)
      }
    }
    bytes.append(Self.quote)
    self.bytes = bytes
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }
}
