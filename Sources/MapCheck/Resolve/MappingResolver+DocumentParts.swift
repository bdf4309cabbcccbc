import MapLanguage
import MapRuntime
import MapSource

/// Quotes, lines and conditions of a document.
extension MappingResolver {
  mutating func versions() -> DocumentPolicy.Versions? {
    guard let versions = mapping.document.versions else { return nil }
    let same = fieldName(versions.same, .sales)
    let number = fieldName(versions.number, .sales)
    let earlier = state(versions.earlierState, versions.earlierStatus)
    guard let same, let number, let earlier else { return nil }
    return DocumentPolicy.Versions(
      same: same, number: number, earlier: earlier, then: versions.then.map(\.value))
  }

  mutating func won() -> DocumentPolicy.Won? {
    guard let won = mapping.document.won else { return nil }
    let state = state(won.state, nil)
    guard let table = names.table(won.orderTable, on: .sales, &findings),
      let place = field(won.orderBy, in: table)
    else { return nil }
    documentFields[table, default: []].insert(place)
    guard let state else { return nil }
    return DocumentPolicy.Won(
      state: state, order: .init(table: won.orderTable.value, by: won.orderBy.value),
      submitted: won.submitted.map(\.value), notSubmitted: won.notSubmitted.map(\.value),
      missing: won.missing)
  }

  // MARK: Lines

  /// The rule for lines without a product, as conversions need it.
  mutating func writeIn() -> EffectiveWriteIn? {
    guard let rule = mapping.document.writeIn else { return nil }
    var text: (field: Int, parts: [EffectiveSource.Part])?
    if let name = rule.textField, let field = self.field(name, in: salesTable),
      let template = rule.text, let parts = self.text(template, in: bcTable)
    {
      text = (field, parts)
    }
    let when = resolve(rule.when)
    let product = rule.product.compactMap { assignment -> EffectiveAssignment? in
      guard let place = field(assignment.field, in: bcTable) else { return nil }
      // What is wrong with a value is told where it is asked what stands for a product.
      let known = findings
      defer { findings = known }
      return operand(assignment.value, for: place, in: bcTable).map {
        EffectiveAssignment(field: place, operand: $0, span: assignment.field.span)
      }
    }
    return EffectiveWriteIn(when: when, product: product, text: text)
  }

  mutating func writeIn(_ rule: EffectiveWriteIn) -> DocumentPolicy.WriteIn {
    if let text = rule.text { documentFields[salesTable, default: []].insert(text.field) }
    return DocumentPolicy.WriteIn(
      when: condition(rule.when), product: assignments(rule.product, in: bcTable))
  }

  mutating func overflow() -> DocumentPolicy.Overflow? {
    guard let overflow = mapping.document.overflow else { return nil }
    return DocumentPolicy.Overflow(
      from: overflow.from.compactMap { fieldName($0, .sales) }, product: overflow.product,
      writeIn: overflow.writeIn)
  }

  // MARK: Conditions

  /// What is asked of records, by the names of their fields.
  mutating func condition(_ when: EffectiveWhen) -> DocumentCondition {
    DocumentCondition(
      bc: when.bc.map { condition($0, in: bcTable) },
      sales: when.sales.map { condition($0, in: salesTable) },
      related: when.related.map { asked in
        let record = related[asked.place]
        return switch asked.test {
        case .exists: .init(name: record.name, test: .exists)
        case .missing: .init(name: record.name, test: .missing)
        case .fields(let fields):
          .init(name: record.name, test: .fields(condition(fields, in: record.table)))
        }
      })
  }

  private mutating func condition(
    _ condition: EffectiveCondition, in table: Int
  ) -> Condition<Operand> {
    let fields = names.catalogue[table].fields
    documentFields[table, default: []].formUnion(condition.clauses.flatMap(\.fields))
    return Condition(
      condition.clauses.map { clause in
        .init(fields[clause.field].name.value, clause.test.named { fields[$0].name.value })
      },
      any: condition.any.map { list in list.map { self.condition($0, in: table) } })
  }
}

extension EffectiveTest {
  /// The test as the runtime knows it.
  ///
  /// - Parameter field: the name of a field by its place.
  package func named(_ field: (Int) -> String) -> FieldTest<Operand> {
    switch self {
    case .equals(let operand): .equals(operand)
    case .anyOf(let tests): .anyOf(tests.map { $0.named(field) })
    case .empty: .empty
    case .notEmpty: .notEmpty
    case .not(let test): .not(test.named(field))
    case .above(let bound): .above(bound)
    case .below(let bound): .below(bound)
    case .atLeast(let bound): .atLeast(bound)
    case .atMost(let bound): .atMost(bound)
    case .between(let low, let high): .between(low, high)
    case .like(let pattern): .like(Wildcard(pattern))
    case .isA(let name): .isA(table: name)
    case .field(let place): .field(field(place))
    }
  }
}
