/// A Swift file that grows line by line.
struct SwiftFile {
  private(set) var text = ""
  private var depth: Int

  /// - Parameter depth: in how many braces its first line stands.
  init(depth: Int = 0) { self.depth = depth }

  /// Adds lines that were written apart; an empty one stands before them.
  mutating func append(_ lines: String) {
    guard !lines.isEmpty else { return }
    blank()
    text += lines
  }

  mutating func line(_ code: SwiftCode) {
    // So many bytes are no more characters; all of it is ASCII but comments.
    if depth * 2 + code.text.utf8.count <= SwiftWrapping.width {
      indent()
      text += code.text
      text += "\n"
      return
    }
    for line in SwiftWrapping.lines(of: code.text, indent: depth * 2) {
      indent(line.indent)
      text += String(decoding: line.text, as: UTF8.self)
      text += "\n"
    }
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

  /// The elements of a list that stands open, each on lines of its own with a comma behind it; the
  /// formatter wants none behind the only one.
  mutating func elements(_ count: Int, _ body: (inout SwiftFile) -> Void) {
    inside(body)
    if count == 1, text.hasSuffix(",\n") {
      text.removeLast(2)
      text += "\n"
    }
  }

  mutating func elements<Element>(
    _ elements: [Element], _ body: (Element, inout SwiftFile) -> Void
  ) {
    self.elements(elements.count) { file in for element in elements { body(element, &file) } }
  }

  /// A comment in words of our own and words from a file; control and bidi characters are left
  /// out, because a carriage return would end the comment.
  mutating func comment(_ words: String, isDocumentation: Bool = false) {
    let mark = isDocumentation ? "/// " : "// "
    let limit = 100 - depth * 2 - mark.count
    for line in Self.wrapped(Self.safe(words), to: limit) {
      indent()
      text += mark
      text += line
      text += "\n"
    }
  }

  private mutating func indent() { indent(depth * 2) }

  private mutating func indent(_ count: Int) {
    for _ in 0..<(count / 2) { text += "  " }
  }

  private static func safe(_ words: String) -> String {
    // Most comments are printable ASCII with the dash between two fields' names.
    let isSafe = words.unicodeScalars.allSatisfy { scalar in
      (0x20..<0x7F).contains(scalar.value) || scalar == "\u{2013}" || !isUnsafe(scalar)
    }
    if isSafe { return words }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: words.unicodeScalars.filter { !isUnsafe($0) })
    return String(clean)
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
    // So many bytes are no more characters.
    if text.utf8.count <= limit, hasSingleSpaces(text) { return [text] }
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

  /// Whether nothing but one space stands between words, and none at the ends.
  private static func hasSingleSpaces(_ text: String) -> Bool {
    var isBehindSpace = true
    for byte in text.utf8 {
      if byte == 0x20, isBehindSpace { return false }
      isBehindSpace = byte == 0x20
    }
    return !isBehindSpace
  }
}
