import MapLanguage
import MapRuntime
import MapSource

/// What makes a mapping a document, with names and values resolved: each key of the language is
/// read here once, into the value that the engine gets.
extension MappingResolver {
  /// Nil for a mapping that is no document, no line of one, and writes nothing back.
  mutating func document(
    kind: DocumentKind?, _ create: [Direction: EffectiveCreate], _ writeIn: EffectiveWriteIn?,
    _ writeBack: [EffectiveWriteBack]
  ) -> DocumentPolicy? {
    let rules = mapping.document
    let isLine = mapping.parent != nil
    let policy = DocumentPolicy(
      kind: isLine ? nil : kind, states: part(.states) { $0.states() }, creation: creation(create),
      effects: rules.after.compactMap { effect($0) }, timeline: rules.timeline.map(\.value),
      notes: rules.notes?.value, freight: freight(),
      invoiceDiscount: invoiceDiscount(),
      versions: versions(), won: won(),
      orderBy: rules.orderBy.flatMap { fieldName($0, direction.includes(.toBC) ? .sales : .bc) },
      writeIn: writeIn.map { self.writeIn($0) }, overflow: overflow(),
      writeBack: writeBack.map { back($0) })
    return isDocument || !writeBack.isEmpty ? policy : nil
  }

  private mutating func invoiceDiscount() -> DocumentPolicy.InvoiceDiscount? {
    guard let said = mapping.document.invoiceDiscount else { return nil }
    let from = said.from.compactMap { fieldName($0, .sales) }
    let rest = said.rest.flatMap { fieldName($0, .sales) }
    let percentage = said.percentage.flatMap { fieldName($0, .sales) }
    let places = said.places.flatMap { fieldName($0, .sales) }
    guard let lines = said.lines.flatMap({ fieldName($0, .sales) }), !from.isEmpty else {
      return nil
    }
    if let rest { return DocumentPolicy.InvoiceDiscount(from: from, lines: lines, rest: rest) }
    guard let percentage, let places else { return nil }
    return DocumentPolicy.InvoiceDiscount(
      from: from, lines: lines, percentage: .init(field: percentage, places: places))
  }

  /// Whether states and events decide on its records, or on those of its header (F15 to F28).
  private var isDocument: Bool {
    if mapping.document.states != nil { return true }
    guard let parent = mapping.parent.flatMap({ names.mapping(named: $0.value) }) else {
      return false
    }
    return names.model.mappings[parent].alternatives[0].mapping.document.states != nil
  }

  // MARK: States

  private mutating func states() -> DocumentPolicy.States? {
    guard let said = mapping.document.states, let states = names.catalogue[salesTable].states
    else { return nil }
    for entry in said { _ = state(entry.state, nil) }
    for field in [states.field, states.status] { _ = fieldName(field, .sales) }
    let rules = Dictionary(
      said.map { ($0.state.value, $0.rule.value) }, uniquingKeysWith: { first, _ in first })
    return DocumentPolicy.States(
      field: states.field.value, status: states.status.value,
      answers: states.values.compactMap { state in
        rules[state.name.value].map { rule in
          .init(
            state: DocumentState(name: state.name.value, state: OptionValue(state.value)),
            rule: rule)
        }
      })
  }

  /// A state of the mapping's Sales table, with a status of it where one is said.
  mutating func state(
    _ name: Located<String>, _ status: Located<String>?
  ) -> DocumentState? {
    let table = names.catalogue[salesTable]
    guard let states = table.states else { return nil }
    guard let state = states[name.value] else {
      findings.append(StateNames.unknown(name, states, table))
      return nil
    }
    guard let status else {
      return DocumentState(name: name.value, state: OptionValue(state.value))
    }
    guard let found = state.statuses.first(where: { $0.name == status.value }) else {
      if let finding = StateNames.unknown(status, of: state, states) { findings.append(finding) }
      return nil
    }
    return DocumentState(
      name: "\(name.value)/\(status.value)", state: OptionValue(state.value),
      status: OptionValue(found.value))
  }

  private mutating func creation(
    _ create: [Direction: EffectiveCreate]
  ) -> [DocumentPolicy.Creation] {
    Direction.allCases.compactMap { direction in
      guard let rule = create[direction], rule.enabledBy != nil || rule.when != nil else {
        return nil
      }
      return DocumentPolicy.Creation(
        direction: direction, enabledBy: rule.enabledBy, when: rule.when.map { condition($0) })
    }
  }

  // MARK: Events

  private mutating func effect(_ effect: DocumentEffect) -> DocumentPolicy.Effect? {
    guard holds(effect.condition) else { return nil }
    return DocumentPolicy.Effect(
      event: effect.event.value, state: effect.state.flatMap { state($0, effect.status) },
      setSales: effect.setSales.compactMap { assignment($0, .sales) },
      setBC: effect.setBC.compactMap { assignment($0, .bc) }, uncouples: effect.uncouples,
      archive: effect.archive.flatMap { fieldName($0, .sales) }, releases: effect.releases,
      call: effect.call?.value)
  }

  /// A field that an event writes; the plain word `empty` was read as nothing.
  private mutating func assignment(
    _ said: Assignment, _ side: Side
  ) -> DocumentPolicy.Assignment? {
    guard let name = fieldName(said.field, side), let field = names.catalogue[table(side)][name]
    else { return nil }
    return operand(said.value, for: field, on: side).map { .init(field: name, value: $0) }
  }

  private mutating func back(_ back: EffectiveWriteBack) -> DocumentPolicy.WriteBack {
    DocumentPolicy.WriteBack(
      mapping: names.model.mappings[back.mapping].name.value,
      set: assignments(back.set, in: back.table))
  }

  // MARK: Amounts

  private mutating func freight() -> DocumentPolicy.Freight? {
    guard let freight = mapping.document.freight,
      let from = fieldName(freight.from, .sales),
      let account = operand(freight.account, for: .account(at: freight.account.span), on: .bc)
    else { return nil }
    return DocumentPolicy.Freight(from: from, account: account)
  }

  // MARK: Names and values

  /// Values of fields, by the fields' names.
  mutating func assignments(
    _ set: [EffectiveAssignment], in table: Int
  ) -> [DocumentPolicy.Assignment] {
    documentFields[table, default: []].formUnion(set.map(\.field))
    let fields = names.catalogue[table].fields
    return set.map { .init(field: fields[$0.field].name.value, value: $0.operand) }
  }

  /// A field of one side's table, which the engine needs in its records.
  mutating func fieldName(_ name: Located<String>, _ side: Side) -> String? {
    field(name, in: table(side)).map { place in
      documentFields[table(side), default: []].insert(place)
      return name.value
    }
  }
}

extension Field {
  /// A G/L account: a code of at most 20 characters.
  static func account(at span: Span) -> Field {
    Field(
      name: Located("account", at: span), type: Located(.code(length: 20), at: span), span: span)
  }
}
