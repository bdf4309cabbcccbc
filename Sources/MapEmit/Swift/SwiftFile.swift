import MapRuntime

/// A Swift file that grows line by line.
struct SwiftFile {
  /// As UTF-8.
  private(set) var bytes: [UInt8] = []
  private var depth: Int
  /// Where the lines of a list's elements begin.
  private var elementDepth: Int?

  /// As many bytes as most parts of a mapping have.
  private static let usual = 2048
  private static let newline = UInt8(ascii: "\n")
  /// As far as most lines stand from the margin. No array: threads would wait for each other to
  /// count who holds it.
  private static let margin: StaticString = "                                "

  /// - Parameter depth: in how many braces its first line stands.
  init(depth: Int = 0) {
    self.depth = depth
    bytes.reserveCapacity(Self.usual)
  }

  /// Adds lines that were written apart; an empty one stands before them.
  mutating func append(_ lines: [UInt8]) {
    guard !lines.isEmpty else { return }
    blank()
    bytes += lines
  }

  mutating func line(_ code: SwiftCode) {
    // The formatter breaks an element whose comma would be a line's last possible character.
    let isElement = depth == elementDepth && code.bytes.last == UInt8(ascii: ",")
    // So many bytes are no more characters; all of it is ASCII but comments.
    if depth * 2 + code.bytes.count + (isElement ? 1 : 0) <= SwiftWrapping.width {
      indent(depth * 2)
      bytes += code.bytes
      bytes.append(Self.newline)
      return
    }
    for line in SwiftWrapping.lines(of: code.bytes, indent: depth * 2, isElement: isElement) {
      indent(line.indent)
      bytes += line.text
      bytes.append(Self.newline)
    }
  }

  /// Whether a line fits where it would stand now.
  func hasRoom(for code: SwiftCode) -> Bool {
    depth * 2 + code.bytes.count <= SwiftWrapping.width
  }

  mutating func blank() {
    guard !bytes.isEmpty else { return }
    let end = bytes.suffix(2)
    if end.elementsEqual("\n\n".utf8) || end.elementsEqual("{\n".utf8) { return }
    bytes.append(Self.newline)
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
    let outer = elementDepth
    elementDepth = count == 1 ? nil : depth + 1
    inside(body)
    elementDepth = outer
    if count == 1, bytes.suffix(2).elementsEqual(",\n".utf8) {
      bytes.removeLast(2)
      bytes.append(Self.newline)
    }
  }

  /// The arguments of a call that stands open, each on lines of its own, and the closing bracket
  /// behind the last.
  mutating func arguments(_ arguments: [SwiftCode]) {
    for (place, argument) in arguments.enumerated() {
      line("\(argument)\(place == arguments.count - 1 ? ")" : ",")")
    }
  }

  /// A function with an answer for each of some directions, and another for those that are left.
  mutating func byDirection<Answer>(
    _ function: SwiftCode, _ answers: [(direction: Direction, answer: Answer)],
    otherwise: SwiftCode, _ body: (Answer, inout SwiftFile) -> Void
  ) {
    block("public static func \(function)") { file in
      file.line("switch direction {")
      for (direction, answer) in answers {
        file.line("case \(SwiftValue.direction(direction)):")
        file.inside { body(answer, &$0) }
      }
      if answers.count < Direction.allCases.count { file.line("default: return \(otherwise)") }
      file.line("}")
    }
  }

  mutating func elements<Element>(
    _ elements: [Element], _ body: (Element, inout SwiftFile) -> Void
  ) {
    self.elements(elements.count) { file in for element in elements { body(element, &file) } }
  }

  /// A function that gives a long list. As the value of a constant, the compiler would look at each
  /// element whenever any file of the module changes.
  mutating func list<Element>(
    _ function: SwiftCode, _ elements: [Element], _ body: (Element, inout SwiftFile) -> Void
  ) {
    block(function) { file in
      file.line("[")
      file.elements(elements, body)
      file.line("]")
    }
  }

  /// A comment in words of our own and words from a file; control and bidi characters are left
  /// out, because a carriage return would end the comment.
  mutating func comment(_ words: String, isDocumentation: Bool = false) {
    let mark = isDocumentation ? "/// " : "// "
    let limit = 100 - depth * 2 - mark.count
    for line in Self.wrapped(Self.safe(words), to: limit) {
      indent(depth * 2)
      bytes.append(contentsOf: mark.utf8)
      bytes.append(contentsOf: line.utf8)
      bytes.append(Self.newline)
    }
  }

  /// A comment that names a rule and where it stands.
  mutating func comment(_ rule: MappingRule, in path: String) {
    // So many bytes are no more characters, and a line's number is short.
    let most = depth * 2 + rule.name.utf8.count + path.utf8.count + 20
    guard most <= SwiftWrapping.width, Self.isPlain(rule.name), Self.isPlain(path) else {
      return comment("\(rule.name) (\(path):\(rule.line))")
    }
    indent(depth * 2)
    bytes.append(contentsOf: "// ".utf8)
    bytes.append(contentsOf: rule.name.utf8)
    bytes.append(contentsOf: " (".utf8)
    bytes.append(contentsOf: path.utf8)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: String(rule.line).utf8)
    bytes.append(contentsOf: ")\n".utf8)
  }

  private mutating func indent(_ count: Int) {
    if count <= Self.margin.utf8CodeUnitCount {
      bytes.append(contentsOf: UnsafeBufferPointer(start: Self.margin.utf8Start, count: count))
    } else {
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
    }
  }

  private static func safe(_ words: String) -> String {
    if isPlain(words) || !words.unicodeScalars.contains(where: isUnsafe) { return words }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: words.unicodeScalars.filter { !isUnsafe($0) })
    return String(clean)
  }

  /// Whether words can stand in a comment as they are: printable ASCII and the dash between two
  /// fields' names, no spaces at their ends, nor two together.
  private static func isPlain(_ words: String) -> Bool {
    words.utf8.withContiguousStorageIfAvailable { bytes in
      var isBehindSpace = true
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        if byte &- 0x20 > 0x5E {
          guard bytes[place...].starts(with: dash) else { return false }
          place += dash.count - 1
        } else if byte == 0x20, isBehindSpace {
          return false
        }
        isBehindSpace = byte == 0x20
        place += 1
      }
      return !isBehindSpace
    } ?? false
  }

  /// The dash between two fields' names, as UTF-8.
  private static let dash: [UInt8] = [0xE2, 0x80, 0x93]

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
