/// Breaks a line of generated Swift that is too long, where the formatter would leave the breaks:
/// after an opening bracket, behind `=`, and before operators.
struct SwiftWrapping {
  static let width = 100

  private(set) var lines: [(indent: Int, text: String)] = []

  /// The lines of a statement that stands so far from the margin.
  static func lines(of text: String, indent: Int) -> [(indent: Int, text: String)] {
    var wrapping = SwiftWrapping()
    wrapping.statement(text, indent)
    return wrapping.lines
  }

  private static func fits(_ text: String, _ indent: Int) -> Bool {
    indent + text.count <= width
  }

  private mutating func add(_ text: String, _ indent: Int) { lines.append((indent, text)) }

  private mutating func statement(_ text: String, _ indent: Int) {
    if Self.fits(text, indent) { return add(text, indent) }
    if text.hasPrefix("case "), !text.hasSuffix(":"), let label = SwiftPieces.label(of: text) {
      add(label.head, indent)
      return statement(label.rest, indent + 2)
    }
    for keyword in ["if ", "guard ", "switch "] where text.hasPrefix(keyword) {
      let ending = keyword == "guard " ? " else {" : " {"
      guard text.hasSuffix(ending) else { continue }
      let condition = String(text.dropLast(ending.count))
      let before = lines.count
      conditions(condition, indent)
      if lines.count - before > 1 { return add(String(ending.dropFirst()), indent) }
      lines.removeLast()
      return add(text, indent)
    }
    if let (target, value) = SwiftPieces.assignment(text) {
      add(target + " =", indent)
      return expression(value, indent + 2, continuation: indent + 2)
    }
    expression(text, indent, continuation: indent + 2)
  }

  /// What `if` or `guard` asks, a part a line.
  private mutating func conditions(_ text: String, _ indent: Int) {
    let parts = SwiftPieces.split(text, before: [], behind: [", "])
    for (place, part) in parts.enumerated() {
      let part = place < parts.count - 1 ? part + "," : part
      expression(part, place == 0 ? indent : indent + 2, continuation: indent + 2)
    }
  }

  /// An expression: broken before its operators, else within its last brackets.
  private mutating func expression(_ text: String, _ indent: Int, continuation: Int) {
    if Self.fits(text, indent) { return add(text, indent) }
    for operators in [[" || "], [" && "], [" ?? "], [" + "], [" ? ", " : "]] {
      let parts = SwiftPieces.split(text, before: operators, behind: [])
      guard parts.count > 1 else { continue }
      for (place, part) in parts.enumerated() {
        expression(
          part, place == 0 ? indent : continuation,
          continuation: place == 0 ? continuation : continuation + 2)
      }
      return
    }
    brackets(text, indent)
  }

  private mutating func brackets(_ text: String, _ indent: Int) {
    guard let group = SwiftPieces.lastBrackets(of: text) else { return add(text, indent) }
    if group.isPlain { return parenthesized(group, indent) }
    let isList = group.opening.hasSuffix("[")
    add(group.opening, indent)
    let items = SwiftPieces.split(group.content, before: [], behind: [", "])
    var line = ""
    for (place, item) in items.enumerated() {
      let isLast = place == items.count - 1
      let item = isLast ? item + (isList && items.count > 1 ? "," : "") : item + ","
      let closed = isLast && !isList && !group.closesAlone ? item + group.closing : item
      let next = line.isEmpty ? closed : line + " " + closed
      if Self.fits(next, indent + 2) {
        line = next
        continue
      }
      if !line.isEmpty { add(line, indent + 2) }
      line = closed
      if !Self.fits(line, indent + 2) {
        expression(line, indent + 2, continuation: indent + 4)
        line = ""
      }
    }
    if !line.isEmpty { add(line, indent + 2) }
    if isList || group.closesAlone { add(group.closing, indent) }
  }

  /// Brackets around an expression: what is in them is broken, with its start on the same line.
  private mutating func parenthesized(_ group: SwiftPieces.Brackets, _ indent: Int) {
    for operators in [[" || "], [" && "], [" ?? "], [" + "], [" ? ", " : "]] {
      var parts = SwiftPieces.split(group.content, before: operators, behind: [])
      guard parts.count > 1 else { continue }
      parts[0] = group.opening + parts[0]
      parts[parts.count - 1] += group.closing
      for (place, part) in parts.enumerated() {
        if place == 0 {
          add(part, indent)
        } else {
          expression(part, indent + 2, continuation: indent + 4)
        }
      }
      return
    }
    add(group.opening + group.content + group.closing, indent)
  }
}
