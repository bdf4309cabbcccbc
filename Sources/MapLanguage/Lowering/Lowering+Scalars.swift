import MapSource
import MapSyntax

extension Lowering {
  /// Reports a value of the wrong kind: `'fields' takes a list, not a text`.
  func wrongKind(_ node: SyntaxNode, _ name: String, takes kind: String, help: String? = nil) {
    let subject = name.contains(" ") ? name : "'\(name)'"
    let message =
      node.isNothing
      ? "\(subject) has no value" : "\(subject) takes \(kind), not \(Self.kind(of: node))"
    report("wrong-kind", message, at: node.span, help: help)
  }

  /// Reports a value that is none of those permitted.
  func invalid(_ message: String, at span: Span, help: String? = nil) {
    report("invalid-value", message, at: span, help: help)
  }

  static func kind(of node: SyntaxNode) -> String {
    node.isMapping ? "a map" : node.isSequence ? "a list" : "a text"
  }

  /// Any text; `yes`, `007` and `null` are that text.
  func text(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<String>? {
    guard node.isScalar, !node.isNothing else {
      wrongKind(node, name(), takes: "a text")
      return nil
    }
    return Located(node.text, at: node.span)
  }

  /// A text that names something, and so is not empty.
  func name(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<String>? {
    guard let text = text(node, name()) else { return nil }
    guard !text.value.isEmpty else {
      let subject = name()
      invalid(
        "\(subject.contains(" ") ? subject : "'\(subject)'") is an empty text", at: text.span)
      return nil
    }
    return text
  }

  /// A value whose meaning its field's type decides. A plain `$name` is a variable.
  func literal(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<Literal>? {
    guard let text = text(node, name()) else { return nil }
    return text.map { Self.literal($0, isPlain: node.style == .plain) }
  }

  /// A value in a condition or test, where an empty node and `null` are nothing.
  func value(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<Literal>? {
    node.isNull ? Located(.null, at: node.span) : literal(node, name())
  }

  private static func literal(_ text: String, isPlain: Bool) -> Literal {
    let bytes = text.utf8
    guard isPlain, bytes.first == UInt8(ascii: "$"), bytes.count > 1,
      bytes.dropFirst().allSatisfy(isNameByte)
    else { return .text(text) }
    return .variable(String(text.dropFirst()))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Exactly `true` or `false`, without quotes.
  func boolean(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<Bool>? {
    if node.isScalar, !node.isNothing {
      let isTrue = node.matches("true")
      guard isTrue || node.matches("false") else {
        invalid("'\(node.text)' is neither 'true' nor 'false'", at: node.span)
        return nil
      }
      if node.style == .plain { return Located(isTrue, at: node.span) }
    }
    wrongKind(
      node, name(), takes: "'true' or 'false'",
      help: node.isScalar && !node.isNothing ? "leave the quotes out" : nil)
    return nil
  }

  /// A whole number of digits, with or without a minus.
  func integer(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<Int>? {
    guard node.isScalar, !node.isNothing, node.style == .plain else {
      wrongKind(
        node, name(), takes: "a whole number",
        help: node.isScalar && !node.isNothing ? "leave the quotes out" : nil)
      return nil
    }
    guard let number = Self.number(node.text) else {
      invalid("'\(node.text)' is no whole number", at: node.span)
      return nil
    }
    return Located(number, at: node.span)
  }

  static func number(_ text: String) -> Int? {
    text.utf8.first == UInt8(ascii: "+") ? nil : Int(text)
  }

  /// Part of a scalar's text by byte offsets, with its own place where the text stands in the
  /// file as it reads.
  func part(of text: Located<String>, _ range: Range<String.Index>) -> Located<String> {
    let bytes = text.value.utf8
    let width = Int(text.span.end - text.span.start)
    let inset = (width - bytes.count) / 2
    let value = String(text.value[range])
    // Plain, or in quotes without escapes; anything else keeps the place of the whole.
    guard inset == 0 || inset == 1, width == bytes.count + 2 * inset else {
      return Located(value, at: text.span)
    }
    let start =
      Int(text.span.start) + inset
      + bytes.distance(from: bytes.startIndex, to: range.lowerBound)
    return Located(
      value,
      at: Span(
        file: text.span.file, start: Int32(start), end: Int32(start + value.utf8.count)))
  }
}
