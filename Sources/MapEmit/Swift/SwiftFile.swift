/// A Swift file that grows line by line.
struct SwiftFile {
  private(set) var text = ""
  private var depth = 0

  mutating func line(_ code: SwiftCode) {
    text += String(repeating: "  ", count: depth) + code.text + "\n"
  }

  mutating func blank() {
    if !text.hasSuffix("\n\n"), !text.hasSuffix("{\n"), !text.isEmpty { text += "\n" }
  }

  /// Lines between an opening one and a closing brace.
  mutating func block(_ opening: SwiftCode, _ body: (inout SwiftFile) -> Void) {
    line("\(opening) {")
    inside(body)
    line("}")
  }

  mutating func inside(_ body: (inout SwiftFile) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  /// A comment in words of our own and words from a file; control and bidi characters are left
  /// out, because a carriage return would end the comment.
  mutating func comment(_ words: String, isDocumentation: Bool = false) {
    let safe = words.unicodeScalars.filter { !Self.isUnsafe($0) }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: safe)
    let mark = isDocumentation ? "/// " : "// "
    let limit = 100 - depth * 2 - mark.count
    for line in Self.wrapped(String(clean), to: limit) {
      text += String(repeating: "  ", count: depth) + mark + line + "\n"
    }
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      true
    default: false
    }
  }

  private static func wrapped(_ text: String, to limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > limit {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
