import MapSource
import MapSyntax

/// Where text is put into a YAML file so that all that stands there stays byte by byte: comments,
/// order, quotes and line ends.
struct TreeInsertion {
  private let source: SourceFile
  private let lineBreak: String

  init(_ source: SourceFile) {
    self.source = source
    lineBreak =
      source.bytes.firstIndex(of: 0x0A).map { offset in
        offset > 0 && source.bytes[offset - 1] == 0x0D ? "\r\n" : "\n"
      } ?? "\n"
  }

  /// A key with its value at the end of a mapping.
  func entry(_ text: String, into mapping: SyntaxNode) -> Fix.Edit {
    guard let last = mapping.entries.last, let first = mapping.entries.first else {
      return Fix.Edit(mapping.span, "{ \(text) }")
    }
    return mapping.style == .flow
      ? after(last.value, key: last.key, ", " + text)
      : line(indent(of: first.key) + text, below: last.value, key: last.key)
  }

  /// A key with its value below another one of a mapping.
  func entry(_ text: String, after entry: SyntaxNode.Entry, in mapping: SyntaxNode) -> Fix.Edit {
    mapping.style == .flow
      ? after(entry.value, key: entry.key, ", " + text)
      : line(indent(of: entry.key) + text, below: entry.value, key: entry.key)
  }

  /// Items at the end of a sequence that has some.
  func items(_ texts: [String], into sequence: SyntaxNode) -> Fix.Edit? {
    guard let first = sequence.items.first, let last = sequence.items.last else { return nil }
    if sequence.style == .flow {
      return after(last, key: last, texts.map { ", " + $0 }.joined())
    }
    let sign = lineStart(before: Int(first.span.start))
    let lead = source.text(sign, Int(first.span.start))
    guard lead.allSatisfy({ $0 == " " || $0 == "-" }), lead.contains("-") else { return nil }
    return line(texts.map { lead + $0 }.joined(separator: lineBreak), below: last, key: last)
  }

  private func after(_ node: SyntaxNode, key: SyntaxNode, _ text: String) -> Fix.Edit {
    insertion(text, at: end(of: node, key: key), in: node)
  }

  /// A line of its own behind the last one of a node, its comment included.
  private func line(_ text: String, below node: SyntaxNode, key: SyntaxNode) -> Fix.Edit {
    var offset = end(of: node, key: key)
    // A text block ends where the next line begins.
    if offset > 0, source.bytes[offset - 1] == 0x0A {
      return insertion(text + lineBreak, at: offset, in: node)
    }
    while offset < source.bytes.count, source.bytes[offset] != 0x0A { offset += 1 }
    if offset > 0, offset < source.bytes.count, source.bytes[offset - 1] == 0x0D { offset -= 1 }
    return insertion(lineBreak + text, at: offset, in: node)
  }

  private func insertion(_ text: String, at offset: Int, in node: SyntaxNode) -> Fix.Edit {
    Fix.Edit(Span(file: node.span.file, start: Int32(offset), end: Int32(offset)), text)
  }

  /// The end of the last text in a node: a block's own end is where the next one begins.
  private func end(of node: SyntaxNode, key: SyntaxNode) -> Int {
    if node.isNothing { return Int(key.span.end) + 1 }
    if node.style == .flow || node.isScalar { return Int(node.span.end) }
    if let last = node.entries.last { return end(of: last.value, key: last.key) }
    if let last = node.items.last { return end(of: last, key: last) }
    return Int(node.span.end)
  }

  private func indent(of key: SyntaxNode) -> String {
    let start = Int(key.span.start)
    // Behind the sign of an item the key stands as deep as those below it.
    return String(repeating: " ", count: start - lineStart(before: start))
  }

  private func lineStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, source.bytes[start - 1] != 0x0A { start -= 1 }
    return start == 0 && source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : start
  }
}
