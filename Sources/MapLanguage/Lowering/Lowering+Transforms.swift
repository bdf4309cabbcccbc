import MapKeys
import MapSource
import MapSyntax

extension Lowering {
  /// The steps between source and target: one, a list, or both ways written out.
  func transform(_ node: SyntaxNode) -> TransformChain? {
    if node.isMapping, node.hasKey("to-sales") || node.hasKey("to-bc") {
      var toSales: [TransformCall] = []
      var toBC: [TransformCall] = []
      read(node, DirectedKey.self, "transform") { key, node in
        switch key {
        case .toSales: toSales = oneOrList(node) { transformCall($0) }
        case .toBC: toBC = oneOrList(node) { transformCall($0) }
        }
      }
      return TransformChain(toSales: toSales, toBC: toBC, isBothWays: true, span: node.span)
    }
    return TransformChain(
      toSales: oneOrList(node) { transformCall($0) }, toBC: [], isBothWays: false,
      span: node.span)
  }

  private func transformCall(_ node: SyntaxNode) -> TransformCall? {
    guard node.isMapping else {
      guard let text = name(node, "transform"), let name = transformName(text) else { return nil }
      return call(name, nil, node)
    }
    guard node.count == 1, let entry = node.entries.first else {
      invalid(
        "a step of 'transform' names one transform", at: node.span,
        help: "write several as a list: '[trim, { round: 2 }]'")
      return nil
    }
    guard let text = name(entry.key, "a transform"), let name = transformName(text) else {
      return nil
    }
    return call(name, entry.value, node)
  }

  /// The name of a transform, corrected where it is plainly misspelt.
  private func transformName(_ text: Located<String>) -> Located<String>? {
    if TransformShape.of(text.value) != nil { return text }
    let message = "there is no transform '\(text.value)'"
    guard let nearest = Nearest(to: text.value, in: TransformShape.names) else {
      report(
        "unknown-transform", message, at: text.span,
        help: "transforms are \(Self.listed(TransformShape.names, "and"))")
      return nil
    }
    let finding = Finding(
      "unknown-transform", message, at: text.span, help: "did you mean '\(nearest.word)'?",
      fix: Fix(certain: nearest.isCertain, edits: [Fix.Edit(text.span, nearest.word)]))
    note(finding)
    return Located(nearest.word, at: text.span)
  }

  private func call(
    _ name: Located<String>, _ argument: SyntaxNode?, _ node: SyntaxNode
  ) -> TransformCall? {
    guard let shape = TransformShape.of(name.value) else { return nil }
    let nodes = argument.map { $0.isSequence ? $0.items : [$0] } ?? []
    let help = "write it as '\(shape.form(name.value))'"
    guard nodes.count == shape.count else {
      let takes =
        shape.count == 0 ? "nothing" : shape.count == 1 ? "one value" : "\(shape.count) values"
      invalid("'\(name.value)' takes \(takes)", at: argument?.span ?? node.span, help: help)
      return nil
    }
    var arguments: [Located<String>] = []
    for node in nodes {
      guard let text = text(node, name.value) else { return nil }
      guard shape.accepts(text.value) else {
        invalid(
          Self.isDigits(text.value) && Self.number(text.value) == nil
            ? "\(text.value) is too large for '\(name.value)'"
            : "'\(text.value)' is no value of '\(name.value)'", at: text.span, help: help)
        return nil
      }
      arguments.append(text)
    }
    return TransformCall(name: name, arguments: arguments, span: node.span)
  }
}
