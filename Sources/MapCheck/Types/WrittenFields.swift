import MapLanguage
import MapRuntime

/// The fields of a new record that a mapping is certain to write.
struct WrittenFields {
  private var isWritten: [Bool]
  /// False where a part of the mapping could not be read: what is missing is no finding.
  private(set) var isComplete = true

  init(_ mapping: EffectiveMapping, _ direction: Direction, _ context: CheckContext) {
    let table = context.table(mapping, direction.target)
    isWritten = Array(repeating: false, count: table.fields.count)
    for map in mapping.fields { add(map, direction, table) }
    addUnread(mapping, direction, table, context)
    addTemplates(mapping, direction.target)
    if mapping.parent != nil, let parent = table.parent {
      for link in parent.links { add(link.own.value, table) }
    }
    if mapping.company != .any, let company = table.roles.company { add(company.value, table) }
  }

  func contains(_ field: Int) -> Bool { isWritten[field] }

  private mutating func add(_ name: String, _ table: Table) {
    if let place = table.place(of: name) { isWritten[place] = true }
  }

  private mutating func add(_ map: EffectiveFieldMap, _ direction: Direction, _ table: Table) {
    // Of a block, nothing is written where all of it is empty.
    guard map.includes(direction), map.onlyOn != .update, map.origin.together == nil,
      let place = map.field(direction.target)
    else { return }
    isWritten[place] = true
    let field = table.fields[place]
    for name in field.sets { add(name.value, table) }
    if direction == .toBC, map.routes.contains(where: { $0.pick != nil }),
      let picking = field.references?.pickedBy
    {
      add(picking.value, table)
    }
  }

  /// A field map with an unknown name still writes its target, if that is the known one.
  private mutating func addUnread(
    _ mapping: EffectiveMapping, _ direction: Direction, _ table: Table, _ context: CheckContext
  ) {
    let origins = mapping.origin.fields
    guard mapping.fields.count + mapping.disabled.count < origins.count else { return }
    let read = Set((mapping.fields + mapping.disabled).map(\.place))
    for (place, field) in origins.enumerated()
    where !read.contains(place) && field.isEnabled
      && context.resolved.features.guard(field.condition).holds(in: context.features)
    {
      guard let name = direction.target == .bc ? field.bc : field.sales,
        table.place(of: name.value) != nil
      else {
        isComplete = false
        continue
      }
      add(name.value, table)
    }
  }

  /// The first template that fits is the only one: up to one without a condition, all must set it.
  private mutating func addTemplates(_ mapping: EffectiveMapping, _ side: Side) {
    var common: Set<Int>?
    for template in mapping.templates where template.to == side {
      if template.set.count < template.origin.set.count { isComplete = false }
      let set = Set(template.set.map(\.field))
      common = common?.intersection(set) ?? set
      guard template.isUnconditional else { continue }
      for place in common ?? [] { isWritten[place] = true }
      return
    }
  }
}

extension EffectiveTemplate {
  /// Whether it asks nothing of the source.
  var isUnconditional: Bool {
    (when?.asksNothing ?? true) && (origin.when?.asksNothing ?? true)
  }
}
