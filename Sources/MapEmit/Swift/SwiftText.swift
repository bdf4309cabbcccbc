/// A text as a Swift literal: everything outside printable ASCII is escaped.
struct SwiftText: Hashable, Sendable {
  let written: String

  init(_ text: String) {
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
