/// A text as a Swift literal: everything outside printable ASCII is escaped.
struct SwiftText: Hashable, Sendable {
  /// As UTF-8, with the quotes.
  let bytes: [UInt8]

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 2)
    bytes.append(Self.quote)
    bytes.append(contentsOf: text.utf8)
    let isPlain = bytes.dropFirst().allSatisfy { byte in
      (0x20...0x7E).contains(byte) && byte != Self.quote && byte != Self.backslash
    }
    if !isPlain {
      bytes.removeLast(bytes.count - 1)
      for scalar in text.unicodeScalars { bytes.append(contentsOf: Self.escaped(scalar).utf8) }
    }
    bytes.append(Self.quote)
    self.bytes = bytes
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case " "..."~": String(scalar)
    default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }
}
