import MapCheck
import MapLanguage
import MapRuntime
import MapSource

/// What a test takes for granted, as values: ids from any words, options by name.
struct TestScene: Sendable {
  /// 2026-01-15T09:00:00Z, the clock of a test that says none.
  static let standardNow = DateTimeValue(milliseconds: 1_768_467_600_000)

  let context: TestContext
  let mapping: EffectiveMapping
  let direction: Direction
  private(set) var input: EvaluationInput
  private var ids = TestIds()
  private var options = TestOptions()
  /// The table of a record that a coupling names.
  private var tables: [String: String] = [:]

  init(
    _ test: MappingTest, of mapping: EffectiveMapping, _ direction: Direction,
    in context: TestContext
  ) {
    self.context = context
    self.mapping = mapping
    self.direction = direction
    let now = test.now.flatMap { DateTimeValue(parsing: $0.value) } ?? Self.standardNow
    input = EvaluationInput(source: [:], run: RunValues(now: now))
    input.run.user = Lookup(table: "systemuser", id: ids.guid("$user"))
    input.run.localCurrency = Lookup(table: context.currencyTable, id: ids.guid("$local-currency"))
    readSettings(test.settings)
    for coupled in test.coupled { read(coupled) }
    readFollowed(test)
    let functions = test.functions.isEmpty ? nil : TestFunctions(mapping, in: checked)
    for answer in test.functions {
      guard let functions else { break }
      let (field, side) = functions.result(of: answer.field.value)
      input.functions[answer.field.value] = value(answer.value, of: field, on: side)
    }
    input.source = record(
      (direction == .toSales ? test.bc : test.sales) ?? [], in: mapping.table(direction.source))
    addComputed()
    input.target = test.before.map { record($0, in: mapping.table(direction.target)) }
    for related in test.related {
      guard let place = mapping.related.firstIndex(where: { $0.name == related.name.value })
      else { continue }
      input.related[place] = record(related.fields, in: mapping.related[place].table)
    }
  }

  var checked: CheckedModel { context.checked }

  // MARK: Reading

  private mutating func readSettings(_ said: [Assignment]) {
    for setting in checked.model.project.settings {
      let literal =
        said.first { $0.field.value == setting.name.value }?.value ?? setting.default
      guard let literal else { continue }
      input.run.settings[setting.name.value] = value(literal, of: setting.asField, on: .bc)
    }
  }

  private mutating func read(_ coupled: MappingTest.Coupled) {
    guard let place = context.places[coupled.mapping.value],
      let other = checked.mappings[place].all.first
    else { return }
    let table = checked.catalogue[other.bcTable]
    let key = zip(table.key, coupled.bc).map { part, text in
      table[part.value].map { CouplingKey.text(text.value, of: $0) } ?? text.value
    }
    let sales: Value
    if let option = checked.catalogue.optionFields[other.salesTable] {
      let field = checked.catalogue[option.table].fields[option.field]
      sales = .option(options.option(coupled.sales.value, of: field))
    } else {
      let name = checked.catalogue[other.salesTable].name.value
      tables[coupled.sales.value] = name
      sales = .lookup(Lookup(table: name, id: ids.guid(coupled.sales.value)))
    }
    input.couplings.append(
      EvaluationCoupling(mapping: coupled.mapping.value, bc: key, sales: sales))
  }

  /// Records from which lookups are followed on; their `$id` says which lookups lead there.
  private mutating func readFollowed(_ test: MappingTest) {
    let followed = mapping.fields.flatMap(\.follow).map(\.table)
    for said in test.related where !mapping.related.contains(where: { $0.name == said.name.value })
    {
      guard
        let table = followed.first(where: { checked.catalogue[$0].name.value == said.name.value })
      else { continue }
      let word = said.fields.first { $0.field.value == "$id" }?.value.value.written
      if let word { tables[word] = said.name.value }
      input.followed.append(
        FollowedRecord(
          table: table, id: word.map { ids.guid($0) }, values: record(said.fields, in: table)))
    }
  }

  /// Fields that a function of the host fills, unless the test says what they hold.
  private mutating func addComputed() {
    let table = checked.catalogue[mapping.table(direction.source)]
    for (place, field) in table.fields.enumerated() where input.source[place] == nil {
      if let name = field.computed { input.source[place] = input.functions[name.value] }
    }
  }

  mutating func record(_ record: [Assignment], in table: Int) -> [Int: Value] {
    let table = checked.catalogue[table]
    var values: [Int: Value] = [:]
    for assignment in record {
      guard let place = table.place(of: assignment.field.value) else { continue }
      values[place] = value(
        assignment.value, of: table.field(place, of: record), on: table.side)
    }
    return values
  }

  /// What a record is to hold in a field.
  mutating func expected(
    _ assignment: Assignment, in record: [Assignment], table: Table
  ) -> Value {
    guard let place = table.place(of: assignment.field.value) else { return .empty }
    return value(assignment.value, of: table.field(place, of: record), on: table.side)
  }

  /// An author's value in the field's type.
  mutating func value(_ literal: Located<Literal>, of field: Field, on side: Side) -> Value {
    if case .text(let text) = literal.value, !text.isEmpty {
      switch field.type.value {
      case .lookup:
        let table = tables[text] ?? field.references?.targets.first?.table.value ?? ""
        return .lookup(Lookup(table: table, id: ids.guid(text)))
      case .guid: return .guid(ids.guid(text))
      case .option: return .option(options.option(text, of: field))
      default: break
      }
    }
    let reader = OperandReader(project: checked.model.project)
    guard case .operand(let operand) = reader.read(literal, for: field, on: side) else {
      return .empty
    }
    return operand.value(as: field.type.value, on: side, in: input.run)
  }

  // MARK: Showing

  /// A value as its author would write it.
  func text(_ value: Value, of field: Field) -> String {
    switch value {
    case .option(let option): options.name(option, of: field)
    case .lookup(let lookup): ids.word(lookup.id)
    case .guid(let guid): ids.word(guid)
    default: value.description
    }
  }
}
