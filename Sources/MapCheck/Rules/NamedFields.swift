import MapLanguage
import MapRuntime
import MapSource

/// The fields of one table that a mapping names anywhere.
struct NamedFields {
  private let table: Table
  private let side: Side
  private var places: Set<Int> = []

  init(_ table: Table, _ side: Side) {
    self.table = table
    self.side = side
    for link in table.parent?.links ?? [] { add(link.own) }
  }

  func contains(_ place: Int) -> Bool { places.contains(place) }

  mutating func add(_ mapping: EffectiveMapping) {
    for field in mapping.fields { add(field) }
    for field in mapping.disabled { add(field) }
    add(mapping.filter(side))
    for pair in mapping.match?.groups.flatMap(\.pairs) ?? [] {
      places.insert(side == .bc ? pair.bc : pair.sales)
    }
    for template in mapping.templates where template.to == side {
      places.formUnion(template.set.map(\.field))
    }
    places.formUnion(mapping.documentFields[mapping.table(side)] ?? [])
  }

  private mutating func add(_ field: EffectiveFieldMap) {
    if let place = field.field(side) { places.insert(place) }
    let from = field.directions.first?.source ?? (field.sales == nil ? .sales : .bc)
    if let source = field.source { add(source, from: from) }
    if case .useField(let place) = field.empty, from == side { places.insert(place) }
    for route in field.routes where side == .bc {
      for pair in route.bcTarget?.otherKeys ?? [] { add(pair.own) }
    }
    guard side == .bc, let place = field.bc, let by = table.fields[place].references?.pickedBy
    else { return }
    if !field.routes.isEmpty { add(by) }
  }

  private mutating func add(_ source: EffectiveSource, from: Side) {
    switch source {
    case .field(let place): if from == side { places.insert(place) }
    case .text(let parts): if from == side { places.formUnion(parts.compactMap(\.fieldPlace)) }
    case .compute(_, let arguments):
      places.formUnion(arguments.filter { $0.side == side }.map(\.field))
    case .first(let sources):
      for source in sources { add(source, from: from) }
    case .constant, .generate, .related: break
    }
  }

  private mutating func add(_ condition: EffectiveCondition) {
    places.formUnion(condition.clauses.map(\.field))
    for choice in condition.any.joined() { add(choice) }
  }

  private mutating func add(_ name: Located<String>) {
    if let place = table.place(of: name.value) { places.insert(place) }
  }
}
