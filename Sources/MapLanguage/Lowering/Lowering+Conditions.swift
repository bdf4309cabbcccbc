import MapKeys
import MapSource
import MapSyntax

extension Lowering {
  /// What must hold for a record: a test for each field, and `any` beside them for "or".
  func recordCondition(_ node: SyntaxNode, _ name: String) -> RecordCondition? {
    guard node.isMapping else {
      wrongKind(node, name, takes: "a map")
      return nil
    }
    var fields: [FieldCondition] = []
    var any: [[RecordCondition]] = []
    for (key, value) in entries(node, name) {
      if key.value == "any" {
        any.append(list(value, "any") { recordCondition($0, "an item of 'any'") })
      } else if let test = test(value, key.value) {
        fields.append(
          FieldCondition(field: key, test: test, span: key.span.through(value.span)))
      }
    }
    return RecordCondition(fields: fields, any: any, span: node.span)
  }

  /// The test of one field.
  func test(_ node: SyntaxNode, _ name: String) -> FieldCondition.Test? {
    if node.isSequence {
      if node.count == 0 { invalid("'\(name)' is an empty list", at: node.span) }
      let tests = node.items.compactMap { test($0, "an item of '\(name)'") }
      return tests.isEmpty ? nil : .anyOf(tests)
    }
    guard node.isMapping else { return scalarTest(node, name) }
    guard node.count <= 1 else {
      invalid(
        "a test of a field asks one thing, this one \(node.count)", at: node.span,
        help: "for two limits write 'between', or two maps under 'any'")
      return nil
    }
    var result: FieldCondition.Test?
    read(node, FieldTestKey.self, name) { key, node in result = test(key, node) }
    if node.count == 0 { invalid("the test of '\(name)' asks nothing", at: node.span) }
    return result
  }

  private func scalarTest(_ node: SyntaxNode, _ name: String) -> FieldCondition.Test? {
    if node.isNull { return .empty }
    if node.style == .plain {
      if node.matches("empty") { return .empty }
      if node.matches("not empty") { return .notEmpty }
    }
    return literal(node, name).map { .equals($0) }
  }

  private func test(_ key: FieldTestKey, _ node: SyntaxNode) -> FieldCondition.Test? {
    let name = key.rawValue
    switch key {
    case .not:
      switch test(node, name) {
      case .empty: return .notEmpty
      case .notEmpty: return .empty
      case let test?: return .not(test)
      case nil: return nil
      }
    case .above: return literal(node, name).map { .above($0) }
    case .below: return literal(node, name).map { .below($0) }
    case .atLeast: return literal(node, name).map { .atLeast($0) }
    case .atMost: return literal(node, name).map { .atMost($0) }
    case .between: return between(node)
    case .like: return wildcard(node, name).map { .like($0) }
    case .isA: return self.name(node, name).map { .isA($0) }
    case .field: return self.name(node, name).map { .field($0) }
    case .equals: return value(node, name).map { .equals($0) }
    }
  }

  private func between(_ node: SyntaxNode) -> FieldCondition.Test? {
    let limits = list(node, "between") { literal($0, "an item of 'between'") }
    guard node.isSequence, limits.count == node.count else { return nil }
    guard limits.count == 2 else {
      invalid(
        "'between' takes two values, not \(limits.count)", at: node.span,
        help: "write it as in 'between: [1, 5]'")
      return nil
    }
    return .between(limits[0], limits[1])
  }

  /// A condition on either side's record and on related ones.
  func when(_ node: SyntaxNode) -> When? {
    guard node.isMapping else {
      wrongKind(node, "when", takes: "a map")
      return nil
    }
    var when = When(span: node.span)
    var unknown: [SyntaxNode.Entry] = []
    node.forEachEntry { entry in
      guard let key = text(entry.key, "a key of 'when'") else { return }
      if key.value == "bc" || key.value == "sales" || related.contains(key.value) {
        read(key, entry.value, into: &when)
      } else {
        unknown.append(entry)
      }
    }
    guard !unknown.isEmpty else { return when }
    var present = Set(node.entries.map(\.key.text))
    for entry in unknown {
      let meant = unknownKey(
        entry, in: node, of: "a condition on this mapping's records",
        among: ["bc", "sales"] + related.sorted(), isFree: { !present.contains($0) })
      guard let meant else { continue }
      present.insert(meant)
      read(Located(meant, at: entry.key.span), entry.value, into: &when)
    }
    return when
  }

  private func read(_ key: Located<String>, _ node: SyntaxNode, into when: inout When) {
    switch key.value {
    case "bc": when.bc = recordCondition(node, "bc")
    case "sales": when.sales = recordCondition(node, "sales")
    default:
      if node.isMapping {
        guard let condition = recordCondition(node, key.value) else { return }
        when.related.append((name: key, test: .fields(condition)))
      } else if let word = word(node, key.value, among: ["exists", "missing"]) {
        when.related.append((name: key, test: word.value == "exists" ? .exists : .missing))
      }
    }
  }
}
