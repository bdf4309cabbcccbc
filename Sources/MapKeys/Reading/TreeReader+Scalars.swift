import MapRuntime
import MapSource
import MapSyntax

extension TreeReader {
  /// Reports a value of the wrong kind: `'fields' takes a list, not a text`.
  public func wrongKind(_ node: SyntaxNode, _ name: String, takes kind: String, help: String? = nil)
  {
    let subject = name.contains(" ") ? name : "'\(name)'"
    let message =
      node.isNothing
      ? "\(subject) has no value" : "\(subject) takes \(kind), not \(Self.kind(of: node))"
    report("wrong-kind", message, at: node.span, help: help)
  }

  /// Reports a value that is none of those permitted.
  public func invalid(
    _ message: String, at span: Span, label: String = "", help: String? = nil
  ) {
    report("invalid-value", message, at: span, label: label, help: help)
  }

  public static func kind(of node: SyntaxNode) -> String {
    node.isMapping ? "a map" : node.isSequence ? "a list" : "a text"
  }

  /// Any text; `yes`, `007` and `null` are that text.
  public func text(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<String>? {
    guard node.isScalar, !node.isNothing else {
      wrongKind(node, name(), takes: "a text")
      return nil
    }
    return Located(node.text, at: node.span)
  }

  /// What `like` compares with.
  public func wildcard(
    _ node: SyntaxNode, _ name: @autoclosure () -> String
  ) -> Located<String>? {
    guard let text = text(node, name()) else { return nil }
    guard text.value.count <= Wildcard.longest else {
      invalid("'\(name())' takes at most \(Wildcard.longest) characters", at: text.span)
      return nil
    }
    return text
  }

  /// A text that names something, and so is not empty.
  public func name(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<String>? {
    guard let text = text(node, name()) else { return nil }
    guard !text.value.isEmpty else {
      let subject = name()
      invalid(
        "\(subject.contains(" ") ? subject : "'\(subject)'") is an empty text", at: text.span)
      return nil
    }
    return text
  }

  /// Exactly `true` or `false`, without quotes.
  public func boolean(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<Bool>? {
    if node.isScalar, !node.isNothing {
      let isTrue = node.matches("true")
      guard isTrue || node.matches("false") else {
        invalid(
          "'\(node.text)' is neither 'true' nor 'false'", at: node.span,
          help: Self.meantBoolean(node.text).map { "write '\($0)'" })
        return nil
      }
      if node.style == .plain { return Located(isTrue, at: node.span) }
    }
    wrongKind(
      node, name(), takes: "'true' or 'false'",
      help: node.isScalar && !node.isNothing ? "leave the quotes out" : nil)
    return nil
  }

  /// What other languages, and YAML before 1.2, take for one of the two.
  private static func meantBoolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "y", "on", "1", "true": true
    case "no", "n", "off", "0", "false": false
    default: nil
    }
  }

  /// A whole number of digits, with or without a minus.
  ///
  /// - Parameter help: What to write instead of what is no number at all.
  public func integer(
    _ node: SyntaxNode, _ name: @autoclosure () -> String,
    largest: Int = .max, help: @autoclosure () -> String? = nil
  ) -> Located<Int>? {
    guard node.isScalar, !node.isNothing, node.style == .plain else {
      let isQuoted = node.isScalar && !node.isNothing && Self.number(node.text) != nil
      wrongKind(
        node, name(), takes: "a whole number", help: isQuoted ? "leave the quotes out" : help())
      return nil
    }
    guard let number = Self.number(node.text) else {
      let isLarge = Self.isDigits(node.text)
      invalid(
        isLarge ? "\(node.text) is too large" : "'\(node.text)' is no whole number", at: node.span,
        help: isLarge
          ? "the largest whole number is \(largest)"
          : Self.meantNumber(node.text).map { "write \($0)" } ?? help())
      return nil
    }
    return Located(number, at: node.span)
  }

  /// The number in another way of writing one: `0x10`, `1_000`, `+1`, `1.0`, `1e3`.
  private static func meantNumber(_ text: String) -> Int? {
    let plain = text.filter { $0 != "_" }.lowercased()
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where plain.hasPrefix(prefix) {
      return Int(plain.dropFirst(2), radix: radix)
    }
    return Int(plain) ?? Double(plain).flatMap { Int(exactly: $0) }
  }

  /// Whether a text is a whole number, of whatever size.
  public static func isDigits(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  public static func number(_ text: String) -> Int? {
    text.utf8.first == UInt8(ascii: "+") ? nil : Int(text)
  }

  /// Part of a scalar's text by byte offsets, with its own place where the text stands in the
  /// file as it reads.
  public func part(of text: Located<String>, _ range: Range<String.Index>) -> Located<String> {
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
