import MapCheck
import MapLanguage
import MapPlan
import MapRuntime
import MapSource

/// Which fields of which tables the program's mappings use: the columns of the generated records.
struct UsedFields: Sendable {
  /// By the table's place: places of fields in the table's order.
  let fields: [Int: [Int]]
  private let columns: [Int: [Int: Int]]

  init(_ program: Program) {
    var used: [Int: Set<Int>] = [:]
    let checked = program.checked
    let parts = Parallel.map(program.mappings.count) { Self.of(program.mappings[$0], checked) }
    for (table, fields) in parts.joined() { used[table, default: []].formUnion(fields) }
    for (place, fields) in used { Self.add(fields, of: place, checked, &used) }
    for (place, _) in used {
      let table = checked.catalogue[place]
      for name in table.key {
        if let key = table.place(of: name.value) { used[place]?.insert(key) }
      }
      if let state = table.states?.field, let field = table.place(of: state.value) {
        used[place]?.insert(field)
      }
    }
    fields = used.mapValues { $0.sorted() }
    columns = fields.mapValues {
      Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, $0) })
    }
  }

  /// The tables in use, in the order of the catalogue.
  var tables: [Int] { fields.keys.sorted() }

  /// A field's column in its table's record.
  func column(of field: Int, in table: Int) -> Int? { columns[table]?[field] }

  /// What one mapping uses, by the tables' places.
  static func of(_ program: MappingProgram, _ checked: CheckedModel) -> [Int: Set<Int>] {
    var used: [Int: Set<Int>] = [:]
    add(program, checked, &used)
    return used
  }

  /// What the functions of computed fields see.
  private static func add(
    _ fields: Set<Int>, of place: Int, _ checked: CheckedModel, _ used: inout [Int: Set<Int>]
  ) {
    let table = checked.catalogue[place]
    for field in fields.map({ table.fields[$0] }) where field.computed != nil {
      for argument in field.from {
        switch argument {
        case .today: break
        case .field(let name): if let own = table.place(of: name.value) { used[place]?.insert(own) }
        case .rows(let name, let names):
          guard let other = checked.catalogue.place(of: name.value, on: table.side) else {
            continue
          }
          let pairs =
            field.changesWith.first { $0.table.value == name.value }?.on ?? []
          let theirs = names.map(\.value) + pairs.map(\.theirs.value)
          used[other, default: []].formUnion(
            theirs.compactMap { checked.catalogue[other].place(of: $0) })
          used[place]?.formUnion(pairs.compactMap { table.place(of: $0.own.value) })
        }
      }
    }
  }

  private static func add(
    _ program: MappingProgram, _ checked: CheckedModel, _ used: inout [Int: Set<Int>]
  ) {
    let mapping = program.mapping
    for side in Side.allCases {
      used[mapping.table(side), default: []].formUnion(fields(of: mapping.filter(side)))
    }
    for direction in [program.toSales, program.toBC].compactMap({ $0 }) {
      add(direction, mapping, &used)
    }
    for related in mapping.related {
      used[related.table, default: []].formUnion(related.pairs.map(\.theirs))
      used[mapping.table(related.side.other), default: []].formUnion(related.pairs.map(\.own))
    }
    for pair in program.match.flatMap({ $0 }) {
      used[mapping.bcTable, default: []].insert(pair.bc)
      used[mapping.salesTable, default: []].insert(pair.sales)
      if case .value(let value, _, _) = pair.source { add(value, mapping, .toSales, &used) }
    }
    for refusal in mapping.refuse { add(refusal.when, mapping, &used) }
    for rule in mapping.origin.rules.compactMap({ NamedRule(rawValue: $0.value) }) {
      used[mapping.salesTable, default: []].formUnion(
        rule.fields.compactMap { checked.catalogue[mapping.salesTable].place(of: $0) })
    }
    guard let rule = mapping.writeIn else { return }
    add(rule.when, mapping, &used)
    if program.toBC != nil {
      used[mapping.bcTable, default: []].formUnion(rule.product.map(\.field))
    }
    if program.toSales != nil, let text = rule.text {
      used[mapping.salesTable, default: []].insert(text.field)
      add(.text(text.parts), mapping, .toSales, &used)
    }
  }

  private static func add(
    _ when: EffectiveWhen, _ mapping: EffectiveMapping, _ used: inout [Int: Set<Int>]
  ) {
    for (side, condition) in [(Side.bc, when.bc), (.sales, when.sales)] {
      if let condition { used[mapping.table(side), default: []].formUnion(fields(of: condition)) }
    }
    for related in when.related {
      if case .fields(let condition) = related.test {
        used[mapping.related[related.place].table, default: []].formUnion(fields(of: condition))
      }
    }
  }

  private static func add(
    _ conversion: ConversionProgram, _ mapping: EffectiveMapping, _ used: inout [Int: Set<Int>]
  ) {
    let source = mapping.table(conversion.direction.source)
    let target = mapping.table(conversion.direction.target)
    for reference in conversion.references {
      used[source, default: []].insert(reference.source)
      if let field = reference.fallback { used[source, default: []].insert(field) }
      if conversion.direction == .toSales {
        used[source, default: []].formUnion(reference.routes.flatMap(\.key))
        if let by = reference.pickedBy { used[source, default: []].insert(by) }
      }
    }
    if let parent = conversion.parent {
      used[mapping.salesTable, default: []].insert(parent.lookup)
      used[mapping.bcTable, default: []].formUnion(parent.parts.compactMap(\.own))
    }
    for step in conversion.steps {
      used[target, default: []].insert(step.target)
      if let pick = step.pick { used[target, default: []].insert(pick) }
      add(step.value, mapping, conversion.direction, &used)
      if let other = step.sameAs { add(other, mapping, conversion.direction, &used) }
      if case .use(let value) = step.empty { add(value, mapping, conversion.direction, &used) }
    }
    for template in conversion.templates {
      used[target, default: []].formUnion(template.set.map(\.field))
      for (side, condition) in [(Side.bc, template.when?.bc), (.sales, template.when?.sales)] {
        if let condition { used[mapping.table(side), default: []].formUnion(fields(of: condition)) }
      }
    }
  }

  private static func add(
    _ value: ValueProgram, _ mapping: EffectiveMapping, _ direction: Direction,
    _ used: inout [Int: Set<Int>]
  ) {
    switch value {
    case .field(let place, _): used[mapping.table(direction.source), default: []].insert(place)
    case .operand, .generate, .reference: break
    case .text(let parts):
      for case .field(let place) in parts {
        used[mapping.table(direction.source), default: []].insert(place)
      }
    case .compute(_, let arguments):
      for argument in arguments {
        used[mapping.table(argument.side), default: []].insert(argument.field)
      }
    case .related(let place, let field, _):
      used[mapping.related[place].table, default: []].insert(field)
    case .lookup(let inner, _): add(inner, mapping, direction, &used)
    case .first(let values): for value in values { add(value, mapping, direction, &used) }
    case .transformed(let inner, _), .mapped(let inner, _, _):
      add(inner, mapping, direction, &used)
    }
  }

  private static func fields(of condition: EffectiveCondition) -> [Int] {
    condition.clauses.flatMap { clause in
      if case .field(let other) = clause.test { [clause.field, other] } else { [clause.field] }
    } + condition.any.flatMap { $0.flatMap(fields) }
  }
}
