/// A text as a Swift literal: everything outside printable ASCII is escaped.
struct SwiftText: Hashable, Sendable {
  let written: String

  init(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    if isPlain {
      written = "\"" + text + "\""
      return
    }
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case " "..."~": written.unicodeScalars.append(scalar)
      default: written += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      }
    }
    self.written = written + "\""
  }
}
