/// A text as a Swift literal: everything outside printable ASCII is escaped.
struct SwiftText: Hashable, Sendable {
  let written: String

  init(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { byte in
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      }
    }
    var written = ""
    written.reserveCapacity(text.utf8.count + 2)
    written += "\""
    if isPlain {
      written += text
      self.written = written + "\""
      return
    }
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
