import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// Conditions on the records of one table (docs/language.md#conditions), typed by its description.
extension ProgramReader {
  /// What must hold for a record: a test for each field, and `any` beside them for "or".
  func condition(_ node: SyntaxNode, _ name: String, _ target: RecordTarget) -> RowCondition? {
    guard node.isMapping else {
      wrongKind(node, name, takes: "a map")
      return nil
    }
    var condition = RowCondition()
    for (key, node) in entries(node, name) {
      if key.value == "any" {
        condition.any.append(
          list(node, "any") { self.condition($0, "an item of 'any'", target) })
      } else if let field = usedField(key, target), let test = test(node, field, target) {
        condition.clauses.append(RowCondition.Clause(field.name, test, line: line(of: key.span)))
      }
    }
    return condition
  }

  /// A field that the mapping's records hold; the others are not read at run time.
  func usedField(_ name: Located<String>, _ target: RecordTarget) -> FieldDescription? {
    guard let field = field(name, of: target.table) else { return nil }
    guard target.record.column(field.name) == nil else { return field }
    report(
      "unknown-field",
      "no mapping uses '\(field.name)' of '\(target.table.name)', so it is not read", at: name.span,
      help: "name it in a mapping's file, and generate again")
    return nil
  }

  private func test(
    _ node: SyntaxNode, _ field: FieldDescription, _ target: RecordTarget
  ) -> ConditionTest? {
    if node.isSequence {
      if node.count == 0 { invalid("'\(field.name)' is an empty list", at: node.span) }
      let tests = node.items.compactMap { test($0, field, target) }
      return tests.isEmpty ? nil : .anyOf(tests)
    }
    guard node.isMapping else { return scalarTest(node, field) }
    guard node.count == 1 else {
      invalid(
        node.count == 0
          ? "the test of '\(field.name)' asks nothing"
          : "a test of a field asks one thing, this one \(node.count)", at: node.span,
        help: node.count == 0 ? nil : "for two limits write 'between', or two maps under 'any'")
      return nil
    }
    var result: ConditionTest?
    read(node, FieldTestKey.self, field.name) { key, node in
      result = test(key, node, field, target)
    }
    return result
  }

  private func scalarTest(_ node: SyntaxNode, _ field: FieldDescription) -> ConditionTest? {
    if node.isNull { return .empty }
    if node.style == .plain {
      if node.matches("empty") { return .empty }
      if node.matches("not empty") { return .notEmpty }
    }
    return value(node, of: field).map { .equals($0.value) }
  }

  private func test(
    _ key: FieldTestKey, _ node: SyntaxNode, _ field: FieldDescription, _ target: RecordTarget
  ) -> ConditionTest? {
    switch key {
    case .not:
      switch test(node, field, target) {
      case .empty: return .notEmpty
      case .notEmpty: return .empty
      case let test?: return .not(test)
      case nil: return nil
      }
    case .above: return value(node, of: field).map { .above($0.value) }
    case .below: return value(node, of: field).map { .below($0.value) }
    case .atLeast: return value(node, of: field).map { .atLeast($0.value) }
    case .atMost: return value(node, of: field).map { .atMost($0.value) }
    case .between: return between(node, field)
    case .like: return wildcard(node, key.rawValue).map { .like(Wildcard($0.value)) }
    case .isA: return lookupTest(node, field, target)
    case .field:
      return name(node, key.rawValue).flatMap { usedField($0, target) }.map { .field($0.name) }
    case .equals: return value(node, of: field).map { .equals($0.value) }
    }
  }

  private func between(_ node: SyntaxNode, _ field: FieldDescription) -> ConditionTest? {
    let limits = list(node, "between") { value($0, of: field) }
    guard node.isSequence, limits.count == node.count else { return nil }
    guard limits.count == 2 else {
      invalid(
        "'between' takes two values, not \(limits.count)", at: node.span,
        help: "write it as in 'between: [1, 5]'")
      return nil
    }
    return .between(limits[0].value, limits[1].value)
  }

  private func lookupTest(
    _ node: SyntaxNode, _ field: FieldDescription, _ target: RecordTarget
  ) -> ConditionTest? {
    guard let name = name(node, "is-a") else { return nil }
    let tables = field.refersTo.map(\.table)
    if tables.contains(name.value) { return .isA(table: name.value) }
    return meant(
      name, among: tables, "unknown-table",
      "'\(field.name)' does not refer to '\(name.value)'",
      otherwise: tables.isEmpty ? nil : "it refers to \(Self.listed(tables, "and"))"
    ).map { .isA(table: $0) }
  }
}
