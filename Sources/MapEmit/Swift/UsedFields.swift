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
    var used = FieldMarks()
    let checked = program.checked
    let parts = Parallel.map(program.mappings.count) { Self.of(program.mappings[$0], checked) }
    for part in parts { used.formUnion(part) }
    // What they see is no mapping's field; nor do its own figures count.
    let mapped = used
    for place in mapped.tables { Self.add(mapped.fields(of: place), of: place, checked, &used) }
    for place in used.tables {
      let table = checked.catalogue[place]
      used.mark(table.key.compactMap { table.place(of: $0.value) }, of: place)
      if let state = table.states?.field, let field = table.place(of: state.value) {
        used.mark(field, of: place)
      }
      // Messages call the record by it.
      if let name = table.roles.name, let field = table.place(of: name.value) {
        used.mark(field, of: place)
      }
    }
    fields = Dictionary(
      uniqueKeysWithValues: used.tables.map { ($0, used.fields(of: $0)) })
    columns = fields.mapValues {
      Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, $0) })
    }
  }

  /// The tables in use, in the order of the catalogue.
  var tables: [Int] { fields.keys.sorted() }

  /// A field's column in its table's record.
  func column(of field: Int, in table: Int) -> Int? { columns[table]?[field] }

  /// What one mapping uses, by the tables' places.
  static func of(_ program: MappingProgram, _ checked: CheckedModel) -> FieldMarks {
    var used = FieldMarks()
    add(program, checked, &used)
    return used
  }

  /// What the functions of computed fields see.
  private static func add(
    _ fields: [Int], of place: Int, _ checked: CheckedModel, _ used: inout FieldMarks
  ) {
    let table = checked.catalogue[place]
    for field in fields.map({ table.fields[$0] }) where field.computed != nil {
      for argument in field.from {
        switch argument {
        case .today: break
        case .field(let name):
          if let own = table.place(of: name.value) { used.mark(own, of: place) }
        case .rows(let name, let names):
          guard let other = checked.catalogue.place(of: name.value, on: table.side) else {
            continue
          }
          let pairs =
            field.changesWith.first { $0.table.value == name.value }?.on ?? []
          let theirs = names.map(\.value) + pairs.map(\.theirs.value)
          used.mark(theirs.compactMap { checked.catalogue[other].place(of: $0) }, of: other)
          used.mark(pairs.compactMap { table.place(of: $0.own.value) }, of: place)
        }
      }
    }
  }

  private static func add(
    _ program: MappingProgram, _ checked: CheckedModel, _ used: inout FieldMarks
  ) {
    let mapping = program.mapping
    for side in Side.allCases {
      used.mark(fields(of: mapping.filter(side)), of: mapping.table(side))
    }
    for direction in [program.toSales, program.toBC].compactMap({ $0 }) {
      add(direction, mapping, &used)
    }
    for related in mapping.related {
      used.mark(related.pairs.map(\.theirs), of: related.table)
      used.mark(related.pairs.map(\.own), of: mapping.table(related.side.other))
    }
    for pair in program.match.flatMap({ $0 }) {
      used.mark(pair.bc, of: mapping.bcTable)
      used.mark(pair.sales, of: mapping.salesTable)
      if case .value(let value, _, _) = pair.source { add(value, mapping, .toSales, &used) }
    }
    for refusal in mapping.refuse { add(refusal.when, mapping, &used) }
    for rule in mapping.origin.rules.compactMap({ NamedRule(rawValue: $0.value) }) {
      used.mark(
        rule.fields.compactMap { checked.catalogue[mapping.salesTable].place(of: $0) },
        of: mapping.salesTable)
    }
    if mapping.document != nil {
      for (table, fields) in mapping.documentFields { used.mark(fields, of: table) }
    }
    guard let rule = mapping.writeIn else { return }
    add(rule.when, mapping, &used)
    if program.toBC != nil {
      used.mark(rule.product.map(\.field), of: mapping.bcTable)
    }
    if program.toSales != nil, let text = rule.text {
      used.mark(text.field, of: mapping.salesTable)
      add(.text(text.parts), mapping, .toSales, &used)
    }
  }

  private static func add(
    _ when: EffectiveWhen, _ mapping: EffectiveMapping, _ used: inout FieldMarks
  ) {
    for (side, condition) in [(Side.bc, when.bc), (.sales, when.sales)] {
      if let condition { used.mark(fields(of: condition), of: mapping.table(side)) }
    }
    for related in when.related {
      if case .fields(let condition) = related.test {
        used.mark(fields(of: condition), of: mapping.related[related.place].table)
      }
    }
  }

  private static func add(
    _ conversion: ConversionProgram, _ mapping: EffectiveMapping, _ used: inout FieldMarks
  ) {
    let source = mapping.table(conversion.direction.source)
    let target = mapping.table(conversion.direction.target)
    for reference in conversion.references {
      used.mark(reference.source, of: source)
      if let field = reference.fallback { used.mark(field, of: source) }
      switch conversion.direction {
      case .toSales:
        used.mark(reference.routes.flatMap(\.key), of: source)
        if let by = reference.pickedBy { used.mark(by, of: source) }
      case .toBC:
        let owners = reference.routes.flatMap(\.owner)
        used.mark(owners, of: target)
        if !owners.isEmpty, let by = reference.pickedBy { used.mark(by, of: target) }
      }
    }
    if let parent = conversion.parent {
      used.mark(parent.lookup, of: mapping.salesTable)
      used.mark(parent.parts.compactMap(\.own), of: mapping.bcTable)
    }
    for step in conversion.steps {
      used.mark(step.target, of: target)
      if let pick = step.pick { used.mark(pick, of: target) }
      add(step.value, mapping, conversion.direction, &used)
      if let other = step.sameAs { add(other, mapping, conversion.direction, &used) }
      if case .use(let value) = step.empty { add(value, mapping, conversion.direction, &used) }
    }
    for template in conversion.templates {
      used.mark(template.set.map(\.field), of: target)
      for (side, condition) in [(Side.bc, template.when?.bc), (.sales, template.when?.sales)] {
        if let condition { used.mark(fields(of: condition), of: mapping.table(side)) }
      }
    }
  }

  private static func add(
    _ value: ValueProgram, _ mapping: EffectiveMapping, _ direction: Direction,
    _ used: inout FieldMarks
  ) {
    switch value {
    case .field(let place, _): used.mark(place, of: mapping.table(direction.source))
    case .operand, .generate, .reference: break
    case .text(let parts):
      for case .field(let place) in parts {
        used.mark(place, of: mapping.table(direction.source))
      }
    case .compute(_, let arguments):
      for argument in arguments {
        used.mark(argument.field, of: mapping.table(argument.side))
      }
    case .related(let place, let field, _):
      used.mark(field, of: mapping.related[place].table)
    case .lookup(let inner, _): add(inner, mapping, direction, &used)
    case .first(let values): for value in values { add(value, mapping, direction, &used) }
    case .transformed(let inner, _), .mapped(let inner, _, _):
      add(inner, mapping, direction, &used)
    }
  }

  private static func fields(of condition: EffectiveCondition) -> [Int] {
    condition.clauses.flatMap(\.fields) + condition.any.flatMap { $0.flatMap(fields) }
  }
}
