import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// What stands in place of one side's field; nil where a field stands there.
  func source(_ nodes: SourceNodes) -> FieldSource? {
    let given = nodes.given
    guard given.count < 2 else {
      invalid(
        "'\(given[0].key.rawValue)' and '\(given[1].key.rawValue)' in one source",
        at: given[1].node.span, help: "take one of them out, or put both under 'first'")
      return nil
    }
    guard let (key, node) = given.first else { return nil }
    switch key {
    case .constant: return literal(node, key.rawValue).map { .constant($0) }
    case .text: return textTemplate(node, key.rawValue).map { .text($0) }
    case .generate: return keyPattern(node).map { .generate($0) }
    case .compute: return computation(node, from: nodes.from).map { .compute($0) }
    case .from:
      guard node.isScalar else {
        wrongKind(
          node, "from", takes: "NAME.FIELD",
          help: "a list of fields belongs to 'compute: NAME'")
        return nil
      }
      return relatedField(node, key.rawValue).map { .related(name: $0, field: $1) }
    default: return firstSource(node)
    }
  }

  private func firstSource(_ node: SyntaxNode) -> FieldSource? {
    if node.isSequence, node.count == 0 { invalid("'first' is an empty list", at: node.span) }
    let sources = list(node, "first") { item -> FieldSource? in
      var nodes = SourceNodes()
      var fields: [Located<String>] = []
      let gapsBefore = gaps
      read(item, FirstSourceKey.self, "an item of 'first'") { key, node in
        switch key {
        case .bc, .sales: if let field = name(node, key.rawValue) { fields.append(field) }
        case .constant: nodes.add(.constant, node)
        case .text: nodes.add(.text, node)
        case .compute: nodes.add(.compute, node)
        case .from: nodes.add(.from, node)
        }
      }
      if let field = fields.first, fields.count == 1, nodes.isEmpty { return .field(field) }
      if !fields.isEmpty {
        invalid("an item of 'first' is one source", at: item.span)
        return nil
      }
      if nodes.isEmpty, gaps == gapsBefore {
        report(
          "missing-key", "\(FirstSourceKey.title) needs a field, or 'from', 'constant' or 'text'",
          at: item.span)
      }
      return source(nodes)
    }
    return sources.isEmpty ? nil : .first(sources, node.span)
  }

  private func computation(
    _ node: SyntaxNode, from: SyntaxNode?
  ) -> FieldSource.Computation? {
    guard let name = name(node, "compute") else { return nil }
    var bc: [Located<String>] = []
    var sales: [Located<String>] = []
    var source: [Located<String>] = []
    if let from, from.isMapping {
      read(from, ComputeFromKey.self, "from") { key, node in
        switch key {
        case .bc: bc = oneOrMoreNames(node, key.rawValue)
        case .sales: sales = oneOrMoreNames(node, key.rawValue)
        }
      }
    } else if let from {
      source = oneOrMoreNames(from, "from")
    } else {
      report(
        "missing-key", "'compute' needs 'from'", at: node.span,
        help: "name the fields that the function sees: 'from: [FIELD]'")
      return nil
    }
    return FieldSource.Computation(name: name, bc: bc, sales: sales, source: source)
  }

  /// A text with fields in it: `{Source Type} {Source No.}`.
  func textTemplate(_ node: SyntaxNode, _ key: String) -> TextTemplate? {
    guard let text = name(node, key) else { return nil }
    var parts: [TextTemplate.Part] = []
    var rest = text.value.startIndex
    while let open = text.value[rest...].firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let behind = text.value.index(after: open)
      guard text.value[open] == "{", let close = text.value[behind...].firstIndex(of: "}"),
        close > behind, !text.value[behind..<close].contains("{")
      else {
        invalid(
          "a brace without its partner in '\(text.value)'", at: text.span,
          help: "write a field as '{FIELD}'")
        return nil
      }
      if rest < open { parts.append(.text(String(text.value[rest..<open]))) }
      parts.append(.field(part(of: text, behind..<close)))
      rest = text.value.index(after: close)
    }
    if rest < text.value.endIndex { parts.append(.text(String(text.value[rest...]))) }
    return TextTemplate(parts: parts, span: text.span)
  }

  /// Fixed text and a running number: `DV{00000}`.
  private func keyPattern(_ node: SyntaxNode) -> KeyPattern? {
    guard let text = name(node, "generate") else { return nil }
    let value = text.value
    guard let open = value.firstIndex(of: "{"), let close = value.firstIndex(of: "}"),
      open < close, value.lastIndex(of: "{") == open, value.lastIndex(of: "}") == close
    else {
      invalid(
        "'\(value)' has no running number", at: text.span, help: "write it as in 'DV{00000}'")
      return nil
    }
    let digits = value[value.index(after: open)..<close]
    guard (1...18).contains(digits.count), digits.allSatisfy({ $0 == "0" }) else {
      invalid(
        "'{\(digits)}' is no running number", at: text.span,
        help: "write one 0 for each digit, at most 18: 'DV{00000}'")
      return nil
    }
    return KeyPattern(
      prefix: String(value[..<open]), digits: digits.count,
      suffix: String(value[value.index(after: close)...]), span: text.span)
  }
}
