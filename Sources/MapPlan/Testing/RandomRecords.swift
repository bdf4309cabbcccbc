import MapCheck
import MapLanguage
import MapRuntime

/// Records for one direction of a mapping, with what surrounds them; the same for the same seed.
/// The evaluator and the generated code must do the same with every one.
public struct RandomRecords {
  private let checked: CheckedModel
  private let mapping: EffectiveMapping
  private let conversion: ConversionProgram
  private let functions: TestFunctions
  private var values: RandomValue

  /// Nil where the mapping does not go this way.
  public init?(
    of program: MappingProgram, _ direction: Direction, in checked: CheckedModel, seed: UInt64
  ) {
    guard let conversion = program.conversion(direction) else { return nil }
    self.checked = checked
    self.conversion = conversion
    mapping = program.mapping
    functions = TestFunctions(program.mapping, in: checked)
    values = RandomValue(generator: SeededGenerator(seed: seed))
  }

  private var direction: Direction { conversion.direction }

  /// The next record: coupled or not, created or updated, with or without related records.
  public mutating func next() -> EvaluationInput {
    let day = Int64.random(in: 20_000...21_000, using: &values.generator)
    var input = EvaluationInput(
      source: record(mapping.table(direction.source)),
      run: RunValues(now: DateTimeValue(milliseconds: day * 86_400_000 + 12_345_678)))
    input.run.user = Lookup(table: "systemuser", id: values.guid())
    if !values.generator.isOne(in: 8) {
      input.run.localCurrency = Lookup(table: "transactioncurrency", id: values.guid())
    }
    for setting in checked.model.project.settings {
      input.run.settings[setting.name.value] = values.value(of: setting.asField, on: .bc)
    }
    for name in functions.names {
      let (field, side) = functions.result(of: name)
      input.functions[name] = values.value(of: field, on: side)
    }
    for (place, related) in mapping.related.enumerated() where !values.generator.isOne(in: 2) {
      input.related[place] = record(related.table)
    }
    for reference in conversion.references { couple(reference, &input) }
    if let parent = conversion.parent { couple(parent, &input) }
    if !values.generator.isOne(in: 3) { input.target = target(of: input) }
    return input
  }

  private mutating func record(_ table: Int) -> [Int: Value] {
    let table = checked.catalogue[table]
    var record: [Int: Value] = [:]
    for (place, field) in table.fields.enumerated() {
      record[place] = values.value(of: field, on: table.side)
    }
    return record
  }

  /// Three of four references are coupled; now and then one is the local currency.
  private mutating func couple(_ reference: ReferenceProgram, _ input: inout EvaluationInput) {
    guard let route = reference.routes.randomElement(using: &values.generator) else { return }
    let isCoupled = !values.generator.isOne(in: 4)
    let partner: Value =
      route.isOption
      ? .option(OptionValue(Int32.random(in: 1...9, using: &values.generator)))
      : .lookup(Lookup(table: route.salesTable, id: values.guid()))
    switch direction {
    case .toSales:
      if let picking = reference.pickedBy, let pick = route.pick {
        input.source[picking] = .option(pick)
      }
      guard isCoupled, input.source[reference.source]?.isEmpty == false else { return }
      let key = route.key.map { CouplingKey.text(input.source[$0] ?? .empty) }
      input.couplings.append(
        EvaluationCoupling(mapping: route.mapping, bc: key, sales: partner))
    case .toBC:
      if values.generator.isOne(in: 6) { return }
      if reference.emptyMeansLocalCurrency, values.generator.isOne(in: 4) {
        input.source[reference.source] = input.run.localCurrency.map(Value.lookup) ?? .empty
        return
      }
      input.source[reference.source] = partner
      if let step = reference.follow.first, values.generator.isOne(in: 2) {
        follow(step, to: partner, from: reference.source, &input)
      }
      guard isCoupled else { return }
      let key = route.key.map { _ in values.code(upTo: 10) }
      input.couplings.append(
        EvaluationCoupling(mapping: route.mapping, bc: key, sales: partner))
    }
  }

  /// Puts a record between the field that refers and its partner; now and then it leads nowhere.
  private mutating func follow(
    _ step: ReferenceProgram.Followed, to partner: Value, from source: Int,
    _ input: inout EvaluationInput
  ) {
    let between = Lookup(table: step.names.table, id: values.guid())
    input.source[source] = .lookup(between)
    if values.generator.isOne(in: 6) { return }
    input.followed.append(
      FollowedRecord(table: step.table, id: between.id, values: [step.field: partner]))
  }

  /// Most lines have a header that is coupled.
  private mutating func couple(_ parent: ParentProgram, _ input: inout EvaluationInput) {
    let table = checked.catalogue[mapping.bcTable]
    let header = checked.catalogue[mapping.salesTable].parent?.table.value ?? ""
    let lookup = Value.lookup(Lookup(table: header, id: values.guid()))
    let key: [String]
    switch direction {
    case .toSales:
      key = parent.parts.map { part in
        part.own.map { CouplingKey.text(input.source[$0] ?? .empty) } ?? part.fixed
      }
    case .toBC:
      if values.generator.isOne(in: 6) { return }
      input.source[parent.lookup] = lookup
      key = parent.parts.map { part in
        let own = part.own.map { values.value(of: table.fields[$0], on: .bc) }
        return own.map(CouplingKey.text) ?? part.fixed
      }
    }
    if values.generator.isOne(in: 6) { return }
    input.couplings.append(EvaluationCoupling(mapping: parent.mapping, bc: key, sales: lookup))
  }

  /// A target as it stands: half of what would lose on its way back already holds more.
  private mutating func target(of input: EvaluationInput) -> [Int: Value] {
    let table = checked.catalogue[mapping.table(direction.target)]
    var target = record(mapping.table(direction.target))
    for step in conversion.steps {
      guard step.wayBack != nil, values.generator.isOne(in: 2),
        case .field(let place, _) = step.value.base, case .text(let text) = input.source[place]
      else { continue }
      let length = table.fields[step.target].type.value.length ?? .max
      target[step.target] = .of(text: TextLength.cut(text + values.text(upTo: 20), to: length))
    }
    return target
  }
}
