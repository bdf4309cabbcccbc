import MapRuntime

/// A text with the markup of HTML, as Sales keeps its notes, read as plain text (R F-20): tags go,
/// references become characters, and a line feed stands between paragraphs.
struct MarkedUpText {
  private var rest: Substring.UnicodeScalarView
  private var lines: [String] = []
  private var line = String.UnicodeScalarView()
  /// A space that is written if more comes in its line.
  private var owesSpace = false
  private var hasTags = false

  private init(_ text: String) { rest = Substring(text).unicodeScalars }

  /// The plain text; a text without any tag keeps its spaces and lines as they are.
  static func plain(_ text: String) -> String {
    var reading = MarkedUpText(text)
    reading.read()
    return reading.hasTags ? reading.lines.joined(separator: "\n") : reading.withoutTags(text)
  }

  /// A plain text that reads as itself again: what it has in common with markup is written as
  /// references.
  static func marked(_ plain: String) -> String {
    guard Self.plain(plain) != plain else { return plain }
    return plain.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }

  private mutating func read() {
    while let scalar = rest.popFirst() {
      if scalar == "<", let tag = tag() {
        hasTags = true
        apply(tag)
      } else if scalar == "&", let character = reference() {
        // A space that does not break is a word of its own, and a space to people.
        add(character == "\u{A0}" ? " " : character)
      } else if scalar.properties.isWhitespace {
        owesSpace = true
      } else {
        add(scalar)
      }
    }
    endParagraph()
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  private func withoutTags(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var reading = MarkedUpText(text)
    var plain = String.UnicodeScalarView()
    while let scalar = reading.rest.popFirst() {
      if scalar == "&", let character = reading.reference() {
        plain.append(character == "\u{A0}" ? " " : character)
      } else {
        plain.append(scalar)
      }
    }
    return String(plain)
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if owesSpace && !line.isEmpty { line.append(" ") }
    owesSpace = false
    line.append(scalar)
  }

  private mutating func apply(_ tag: Tag) {
    switch tag.name {
    case "br": endLine()
    case "script", "style": if !tag.isEnd { skip(to: tag.name) }
    case "td", "th": owesSpace = true
    case let name where Self.blocks.contains(name): endParagraph()
    default: break
    }
  }

  /// Ends a line, even an empty one.
  private mutating func endLine() {
    while line.last == " " { line.removeLast() }
    lines.append(String(line))
    line = String.UnicodeScalarView()
    owesSpace = false
  }

  /// Ends a line with something in it.
  private mutating func endParagraph() {
    owesSpace = false
    if !line.isEmpty { endLine() }
  }

  /// What begins and ends lines.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl",
    "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head",
    "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody",
    "tfoot", "thead", "title", "tr", "ul",
  ]
}

/// Tags and references.
extension MarkedUpText {
  private struct Tag {
    /// In small letters; empty for a comment or a declaration.
    let name: String
    let isEnd: Bool
  }

  /// The tag that begins here, behind its `<`; nil for a `<` that is just one.
  private mutating func tag() -> Tag? {
    var after = rest
    if after.starts(with: "!--".unicodeScalars) {
      guard let end = after.ends(behind: "-->") else { return nil }
      rest = rest[end...]
      return Tag(name: "", isEnd: false)
    }
    let isEnd = after.first == "/"
    if isEnd { after.removeFirst() }
    guard let first = after.first, Self.isLetter(first) || !isEnd && (first == "!" || first == "?")
    else { return nil }
    let name = after.prefix { Self.isLetter($0) || Self.digits.contains($0) }
    var quote: Unicode.Scalar?
    while let scalar = after.popFirst() {
      if scalar == quote {
        quote = nil
      } else if quote == nil, scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if quote == nil, scalar == ">" {
        rest = after
        return Tag(name: String(Substring(name)).lowercased(), isEnd: isEnd)
      }
    }
    return nil
  }

  /// The character that a reference names which begins here, behind its `&`.
  private mutating func reference() -> Unicode.Scalar? {
    let name = rest.prefix(32).prefix { $0 == "#" || Self.isLetter($0) || Self.digits.contains($0) }
    guard !name.isEmpty, rest[name.endIndex...].first == ";",
      let character = CharacterReference.character(Substring(name))
    else { return nil }
    rest = rest[name.endIndex...].dropFirst()
    return character
  }

  /// Leaves out what is no text, up to its end tag.
  private mutating func skip(to name: String) {
    while let scalar = rest.popFirst() {
      guard scalar == "<", rest.first == "/" else { continue }
      let before = rest
      if let tag = tag(), tag.name == name { return }
      rest = before
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    "a"..."z" ~= scalar || "A"..."Z" ~= scalar
  }

  private static let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
}

extension Substring.UnicodeScalarView {
  /// Where a text ends that comes first; nil where it does not come.
  fileprivate func ends(behind text: String) -> Index? {
    let wanted = text.unicodeScalars
    let begin = indices.first { self[$0...].starts(with: wanted) }
    return begin.flatMap { index($0, offsetBy: wanted.count, limitedBy: endIndex) }
  }
}

/// The text of a note as a side keeps it: Sales may have markup in it, BC has none (R F-20).
enum NoteText {
  static func converted(_ text: String, to side: Side) -> String {
    switch side {
    case .bc: MarkedUpText.plain(text)
    case .sales: MarkedUpText.marked(text)
    }
  }
}
