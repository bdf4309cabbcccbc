/// Breaks a line of generated Swift that is too long, where the formatter would leave the breaks:
/// after an opening bracket, behind `=`, before operators and members, and within a literal that is
/// too long for any line.
struct SwiftWrapping {
  typealias Code = SwiftPieces.Code

  static let width = 100

  private(set) var lines: [(indent: Int, text: Code)] = []

  /// The lines of a statement that stands so far from the margin.
  /// - Parameter isElement: whether it is an element with its comma, which is broken even where it
  ///   just fits.
  static func lines(
    of text: [UInt8], indent: Int, isElement: Bool = false
  ) -> [(indent: Int, text: Code)] {
    var wrapping = SwiftWrapping()
    if isElement, fits(text[...], indent) {
      wrapping.brackets(text[...], indent)
    } else {
      wrapping.statement(text[...], indent)
    }
    return wrapping.lines
  }

  private static func fits(_ text: Code, _ indent: Int) -> Bool { indent + text.count <= width }

  private mutating func add(_ text: Code, _ indent: Int) { lines.append((indent, text)) }

  private mutating func statement(_ text: Code, _ indent: Int) {
    if Self.fits(text, indent) { return add(text, indent) }
    if text.starts(with: "case ".utf8) {
      if text.last == UInt8(ascii: ":") {
        if let literal = SwiftLiteral(in: text) { return self.literal(literal, indent) }
      } else if let label = SwiftPieces.label(of: text) {
        statement(label.head, indent)
        return statement(label.rest, indent + 2)
      }
    }
    for keyword in ["if ", "guard ", "switch "] where text.starts(with: keyword.utf8) {
      let ending = keyword == "guard " ? 7 : 2
      guard text.suffix(ending).elementsEqual((keyword == "guard " ? " else {" : " {").utf8)
      else { continue }
      let before = lines.count
      conditions(text.dropLast(ending), indent)
      let last = lines.removeLast()
      // A bracket that closes the condition has the brace behind it.
      if lines.count == before || last.indent == indent && last.text.first == UInt8(ascii: ")") {
        return add(last.text + text.suffix(ending), indent)
      }
      lines.append(last)
      return add(text.suffix(ending - 1), indent)
    }
    let isPlain = ["if ", "guard ", "return ", "for "].contains { text.starts(with: $0.utf8) }
    if !isPlain, let (target, value) = SwiftPieces.assignment(text) {
      add(target, indent)
      return expression(value, indent + 2, continuation: indent + 2)
    }
    expression(text, indent, continuation: indent + 2)
  }

  /// What `if` or `guard` asks, a part a line.
  private mutating func conditions(_ text: Code, _ indent: Int) {
    let parts = SwiftPieces.split(text, behind: ", ")
    for (place, part) in parts.enumerated() {
      let part = place < parts.count - 1 ? text[part.startIndex...part.endIndex] : part
      expression(
        part, place == 0 ? indent : indent + 2, continuation: place == 0 ? indent + 2 : indent + 4)
    }
  }

  /// An expression: broken before its operators, else within its last brackets.
  private mutating func expression(_ text: Code, _ indent: Int, continuation: Int) {
    if Self.fits(text, indent) { return add(text, indent) }
    guard let parts = SwiftPieces.operands(of: text) else { return brackets(text, indent) }
    for (place, part) in parts.enumerated() {
      expression(
        part, place == 0 ? indent : continuation,
        continuation: place == 0 ? continuation : continuation + 2)
    }
  }

  private mutating func brackets(_ text: Code, _ indent: Int) {
    guard let group = SwiftPieces.brackets(of: text, width: Self.width - indent) else {
      return plain(text, indent)
    }
    if group.isPlain { return parenthesized(group, in: text, indent) }
    list(group, in: text, indent)
  }

  /// What brackets hold, its items on lines of their own.
  private mutating func list(_ group: SwiftPieces.Brackets, in text: Code, _ indent: Int) {
    add(group.opening, indent)
    let items = SwiftPieces.split(group.content, behind: ", ")
    // Items that stand on one line stand so in the text; the last may get a comma of its own.
    let addsComma = group.isList && items.count > 1
    var start = group.content.startIndex
    for (place, item) in items.enumerated() {
      let isLast = place == items.count - 1
      let end =
        if !isLast {
          item.endIndex + 1
        } else {
          group.isList || group.closesAlone ? item.endIndex : text.endIndex
        }
      let comma = isLast && addsComma ? 1 : 0
      if indent + 2 + (end - start) + comma > Self.width, start < item.startIndex {
        add(text[start..<(item.startIndex - 1)], indent + 2)
        start = item.startIndex
      }
      var line = text[start..<end]
      if comma > 0 { line.append(UInt8(ascii: ",")) }
      if !Self.fits(line, indent + 2) {
        expression(line, indent + 2, continuation: indent + 4)
        start = end + 1
      } else if isLast {
        add(line, indent + 2)
      }
    }
    if group.isList || group.closesAlone {
      expression(group.closing, indent, continuation: indent + 2)
    }
  }

  /// Brackets around an expression: what is in them is broken, with its start on the same line.
  private mutating func parenthesized(
    _ group: SwiftPieces.Brackets, in text: Code, _ indent: Int
  ) {
    guard let parts = SwiftPieces.operands(of: group.content) else {
      guard let inner = group.inner(of: text, width: Self.width - indent) else {
        return plain(text, indent)
      }
      return list(inner, in: text, indent)
    }
    for (place, part) in parts.enumerated() {
      let isLast = place == parts.count - 1
      let part = text[
        (place == 0 ? text.startIndex : part.startIndex)..<(isLast ? text.endIndex : part.endIndex)]
      if place == 0 {
        add(part, indent)
      } else {
        expression(part, indent + 2, continuation: indent + 4)
      }
    }
  }

  /// What nothing but its literals, its commas or its members breaks.
  private mutating func plain(_ text: Code, _ indent: Int) {
    if Self.fits(text, indent) { return add(text, indent) }
    let items = SwiftPieces.split(text, behind: ", ")
    if items.count > 1 {
      for (place, item) in items.enumerated() {
        let end = place == items.count - 1 ? item.endIndex : item.endIndex + 1
        plain(text[item.startIndex..<end], indent)
      }
      return
    }
    if let literal = SwiftLiteral(in: text) { return self.literal(literal, indent) }
    guard let (owner, member) = SwiftPieces.member(of: text) else { return add(text, indent) }
    add(owner, indent)
    add(member, indent + 2)
  }

  /// A literal over several lines; a label in front of it stands alone.
  private mutating func literal(_ literal: SwiftLiteral, _ indent: Int) {
    var indent = indent
    if literal.isLabelled {
      add(literal.before.dropLast(), indent)
      add(SwiftLiteral.mark, indent + 2)
      // That of a key stands as the key does.
      if !literal.isKeyed { indent += 2 }
    } else {
      add(literal.before + SwiftLiteral.mark, indent)
    }
    for line in literal.lines(of: Self.width - indent) { add(line, indent) }
    add(SwiftLiteral.mark + literal.behind, indent)
  }
}
