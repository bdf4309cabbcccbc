import MapLanguage
import MapRuntime
import MapSource

/// Conditions, assignments and templates.
extension MappingResolver {
  mutating func resolve(_ condition: RecordCondition, in table: Int) -> EffectiveCondition {
    var clauses: [EffectiveCondition.Clause] = []
    for written in condition.fields {
      guard let place = self.field(written.field, in: table),
        let test = resolve(written.test, for: place, in: table)
      else { continue }
      clauses.append(EffectiveCondition.Clause(field: place, test: test, span: written.span))
    }
    let any = condition.any.map { list in list.map { resolve($0, in: table) } }
    return EffectiveCondition(clauses: clauses, any: any)
  }

  /// The test with its values read; nil where one of them is wrong.
  mutating func resolve(
    _ test: FieldCondition.Test, for place: Int, in table: Int
  ) -> EffectiveTest? {
    switch test {
    case .equals(let literal):
      guard let operand = operand(literal, for: place, in: table),
        isComparable(
          operand, at: literal.span, with: names.catalogue[table].fields[place],
          on: names.catalogue[table].side)
      else { return nil }
      return operand == .value(.empty) ? .empty : .equals(operand)
    case .anyOf(let tests):
      let resolved = tests.compactMap { resolve($0, for: place, in: table) }
      return resolved.count == tests.count ? .anyOf(resolved) : nil
    case .empty: return .empty
    case .notEmpty: return .notEmpty
    case .not(let inner): return resolve(inner, for: place, in: table).map { .not($0) }
    case .above(let value): return limit(value, for: place, in: table).map { .above($0) }
    case .below(let value): return limit(value, for: place, in: table).map { .below($0) }
    case .atLeast(let value): return limit(value, for: place, in: table).map { .atLeast($0) }
    case .atMost(let value): return limit(value, for: place, in: table).map { .atMost($0) }
    case .between(let low, let high):
      guard let low = limit(low, for: place, in: table),
        let high = limit(high, for: place, in: table)
      else { return nil }
      return .between(low, high)
    case .like(let pattern): return .like(pattern.value)
    case .isA(let name):
      guard isReferenced(name, by: place, in: table) else { return nil }
      return .isA(name.value)
    case .field(let name):
      guard let other = self.field(name, in: table) else { return nil }
      let fields = names.catalogue[table].fields
      guard agree(fields[place], fields[other], at: name.span) else { return nil }
      return .field(other)
    }
  }

  private mutating func isReferenced(_ name: Located<String>, by place: Int, in table: Int) -> Bool
  {
    let field = names.catalogue[table].fields[place]
    let targets = field.references?.targets.map(\.table.value) ?? []
    if targets.contains(name.value) { return true }
    let nearest = Spelling.nearest(to: name.value, among: targets)
    findings.append(
      Finding(
        "unknown-table", "'\(field.name.value)' never refers to '\(name.value)'", at: name.span,
        label: nearest.map { "did you mean '\($0)'?" } ?? "",
        notes: [Finding.Note("the field is described here", at: field.span)]))
    return false
  }

  mutating func operand(_ literal: Located<Literal>, for place: Int, in table: Int) -> Operand? {
    let table = names.catalogue[table]
    return operand(literal, for: table.fields[place], on: table.side)
  }

  mutating func operand(
    _ literal: Located<Literal>, for field: Field, on side: Side
  ) -> Operand? {
    let reader = OperandReader(project: names.model.project)
    switch reader.read(literal, for: field, on: side) {
    case .operand(let operand): return operand
    case .finding(let finding): findings.append(finding)
    case .unread: silent += 1
    }
    return nil
  }

  mutating func resolve(_ when: When) -> EffectiveWhen {
    var result = EffectiveWhen(
      bc: when.bc.map { resolve($0, in: bcTable) },
      sales: when.sales.map { resolve($0, in: salesTable) })
    for test in when.related {
      guard let place = relatedPlace(test.name) else { continue }
      switch test.test {
      case .exists: result.related.append((place, .exists))
      case .missing: result.related.append((place, .missing))
      case .fields(let condition):
        result.related.append((place, .fields(resolve(condition, in: related[place].table))))
      }
    }
    return result
  }

  mutating func resolve(_ set: [Assignment], in table: Int) -> [EffectiveAssignment] {
    set.compactMap { assignment in
      guard let place = self.field(assignment.field, in: table),
        let operand = operand(assignment.value, for: place, in: table)
      else { return nil }
      return EffectiveAssignment(field: place, operand: operand, span: assignment.field.span)
    }
  }

  mutating func resolve(_ template: RecordTemplate) -> EffectiveTemplate {
    EffectiveTemplate(
      to: template.to.value, when: template.when.map { resolve($0) },
      set: resolve(template.set, in: table(template.to.value)), origin: template)
  }
}
