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

  private mutating func limit(
    _ literal: Located<Literal>, for place: Int, in table: Int
  ) -> Operand? {
    guard let operand = operand(literal, for: place, in: table),
      isComparable(
        operand, at: literal.span, with: names.catalogue[table].fields[place],
        on: names.catalogue[table].side)
    else { return nil }
    return operand
  }

  /// Whether two fields of a record can hold the same value.
  private mutating func agree(_ field: Field, _ other: Field, at span: Span) -> Bool {
    let kinds = [field, other].map { HostFunction.kind($0.type.value) }
    guard kinds[0] != kinds[1] else { return true }
    findings.append(
      Finding(
        "type-mismatch",
        "'\(field.name.value)' is \(FieldTypeName.article(field.type.value)) and "
          + "'\(other.name.value)' \(FieldTypeName.article(other.type.value))",
        at: span, label: "can never agree",
        notes: [FlowScope.note(on: field), FlowScope.note(on: other)]))
    return false
  }

  /// Whether a value of the run can ever equal a field: they are of one kind, and the field has a
  /// setting's options.
  private mutating func isComparable(
    _ operand: Operand, at span: Span, with field: Field, on side: Side
  ) -> Bool {
    guard case .variable(let variable) = operand else { return true }
    let note = Finding.Note("the field is described here", at: field.span)
    switch variable {
    case .setting(_, let type) where !isOneKind(type, field.type.value):
      return disagree(variable, type, field, at: span)
    case .today where !isOneKind(.date, field.type.value):
      return disagree(variable, .date, field, at: span)
    case .user, .localCurrency, .partner:
      let finding = RunValueCheck.find(operand, in: field, on: side, at: span)
      if let finding { findings.append(finding) }
      return finding == nil
    case .optionSetting(let name, let numbers) where !field.isOpen && numbers.contains(nil):
      let options = names.model.project.setting(name)?.options ?? []
      let missing = zip(options, numbers).first { $1 == nil }?.0.value ?? ""
      findings.append(
        Finding(
          "unknown-option",
          "'\(missing)' of '\(variable.written)' is not an option of '\(field.name.value)'",
          at: span, notes: [note]))
      return false
    default: return true
    }
  }

  private mutating func disagree(
    _ variable: Variable, _ type: FieldType, _ field: Field, at span: Span
  ) -> Bool {
    findings.append(
      Finding(
        "type-mismatch",
        "'\(variable.written)' is \(FieldTypeName.article(type)) and '\(field.name.value)' "
          + FieldTypeName.article(field.type.value),
        at: span, label: "can never agree",
        notes: [Finding.Note("the field is described here", at: field.span)]))
    return false
  }

  private func isOneKind(_ type: FieldType, _ other: FieldType) -> Bool {
    let kinds = [type, other].map { HostFunction.kind($0) }
    if kinds[0] == kinds[1] { return true }
    let numbers: Set = ["integer", "decimal"]
    let times: Set = ["date", "datetime"]
    return [numbers, times].contains { $0.isSuperset(of: kinds) }
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
    let reader = OperandReader(project: names.model.project)
    switch reader.read(literal, for: table.fields[place], on: table.side) {
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

  mutating func relatedPlace(_ name: Located<String>) -> Int? {
    if let place = related.firstIndex(where: { $0.name == name.value }) { return place }
    let declared = mapping.related.map(\.name.value)
    guard !declared.contains(name.value) else { return nil }
    let nearest = Spelling.nearest(to: name.value, among: declared)
    findings.append(
      Finding(
        "unknown-table", "'\(name.value)' is no related record of this mapping", at: name.span,
        label: nearest.map { "did you mean '\($0)'?" } ?? "",
        help: "name it under 'related', with its table and how it is found"))
    return nil
  }

  /// A record is found by values of one kind.
  private mutating func compare(_ theirs: Field, _ own: Field, _ pair: Reference.KeyPair) {
    guard HostFunction.kind(theirs.type.value) != HostFunction.kind(own.type.value) else { return }
    findings.append(
      Finding(
        "match-not-comparable",
        "'\(theirs.name.value)' is \(FieldTypeName.article(theirs.type.value)) and never equals "
          + "'\(own.name.value)', \(FieldTypeName.article(own.type.value))",
        at: pair.theirs.span.through(pair.own.span),
        notes: [FlowScope.note(on: theirs), FlowScope.note(on: own)],
        help: "find it by fields that hold the same text, number or reference"))
  }

  /// A related record is found from the record of the other side.
  private mutating func isOwn(_ name: Located<String>, _ record: RelatedRecord) -> Bool {
    let other = self.table(record.side.other)
    let same = self.table(record.side)
    guard names.catalogue[other].place(of: name.value) == nil,
      names.catalogue[same].place(of: name.value) != nil
    else { return true }
    findings.append(
      Finding(
        "unknown-field",
        "'\(name.value)' is a field of the \(record.side.name) record, and a related record of "
          + "\(record.side.name) is found from the \(record.side.other.name) record",
        at: name.span,
        help: "name a field of '\(names.catalogue[other].name.value)', or map the reference "
          + "with 'through'"))
    return false
  }

  mutating func resolve(_ record: RelatedRecord) -> EffectiveRelated? {
    guard let table = names.table(record.table, on: record.side, &findings) else {
      silent += 1
      return nil
    }
    let own = self.table(record.side.other)
    let pairs = record.where.compactMap { pair -> EffectiveRelated.Pair? in
      guard let theirs = self.field(pair.theirs, in: table), isOwn(pair.own, record),
        let ours = self.field(pair.own, in: own)
      else { return nil }
      compare(names.catalogue[table].fields[theirs], names.catalogue[own].fields[ours], pair)
      return EffectiveRelated.Pair(theirs: theirs, own: ours)
    }
    if record.where.isEmpty {
      findings.append(
        Finding(
          "invalid-value", "'\(record.name.value)' is found by no field, so any record would do",
          at: record.name.span, help: "say 'where: { THEIR FIELD: OWN FIELD }'"))
    }
    return EffectiveRelated(
      name: record.name.value, side: record.side, table: table, pairs: pairs)
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
