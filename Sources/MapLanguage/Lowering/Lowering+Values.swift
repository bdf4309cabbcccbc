import MapKeys
import MapSource
import MapSyntax

extension Lowering {
  /// Values of one side and their partners: `{ 'true': [Retired, Draft] }`.
  func valueMap(_ node: SyntaxNode, otherwise: SyntaxNode?) -> ValueMap? {
    let pairs = entries(node, "values") { key, value -> ValueMap.Pair? in
      guard hasValue(value, key: key, in: node) else { return nil }
      if value.isSequence, value.count == 0 {
        invalid("'\(key.value)' is an empty list", at: value.span)
      }
      let targets = oneOrList(value) { literal($0, key.value) }
      guard !targets.isEmpty else { return nil }
      return ValueMap.Pair(source: key.map { .text($0) }, targets: targets)
    }
    guard node.isMapping else { return nil }
    return ValueMap(
      pairs: pairs, otherwise: otherwise.flatMap { self.otherwise($0) }, span: node.span)
  }

  private func otherwise(_ node: SyntaxNode) -> Located<ValueMap.Otherwise>? {
    if node.isScalar, node.style == .plain {
      if node.matches("keep") { return Located(.keep, at: node.span) }
      if node.matches("refuse") { return Located(.refuse, at: node.span) }
    }
    return literal(node, "otherwise").map { Located(.value($0), at: $0.span) }
  }
}
