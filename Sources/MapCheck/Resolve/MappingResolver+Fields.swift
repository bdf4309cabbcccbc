import MapLanguage
import MapRuntime
import MapSource

/// Field maps.
extension MappingResolver {
  /// The field map with its names found; nil where one of its own fields is unknown.
  mutating func resolve(_ field: FieldMap, at place: Int) -> EffectiveFieldMap? {
    let bc = field.bc.map { self.field($0, in: bcTable) }
    let sales = field.sales.map { self.field($0, in: salesTable) }
    if case .some(.none) = bc { return nil }
    if case .some(.none) = sales { return nil }
    let ends = FieldEnds(bc: bc ?? nil, sales: sales ?? nil)
    let directions = directions(of: field)
    var source: EffectiveSource?
    if let written = field.source {
      source = resolve(written, from: directions.first ?? ends.direction, ends)
      if source == nil { return nil }
    }
    let chains = transforms(of: field, directions)
    return EffectiveFieldMap(
      written: mapping.fields, place: place, directions: directions, bc: ends.bc, sales: ends.sales,
      source: source, routes: routes(of: field, ends),
      follow: field.follow.compactMap { follow($0.table, $0.field) },
      values: field.values.map { values($0, of: field, ends, source) }, toSales: chains.toSales,
      toBC: chains.toBC, empty: empty(of: field, directions, ends),
      uncoupled: (field.uncoupled ?? mapping.defaults.uncoupled
        ?? names.model.project.defaults.uncoupled)?.value ?? .wait,
      saysUncoupled: (field.uncoupled ?? mapping.defaults.uncoupled
        ?? names.model.project.defaults.uncoupled) != nil,
      tooLong: tooLong(of: field, directions, ends),
      tooPrecise: (field.tooPrecise ?? mapping.defaults.tooPrecise
        ?? names.model.project.defaults.tooPrecise)?.value,
      tooLarge: (field.tooLarge ?? mapping.defaults.tooLarge
        ?? names.model.project.defaults.tooLarge)?.value,
      validates: (field.validate ?? mapping.defaults.validate
        ?? names.model.project.defaults.validate)?.value ?? true,
      sameAs: field.sameAs.compactMap { sameAs($0.name, $0.field) })
  }

  /// The places of a field map's fields.
  struct FieldEnds {
    let bc: Int?
    let sales: Int?

    func place(_ side: Side) -> Int? { side == .bc ? bc : sales }

    /// Towards the only side that is named.
    var direction: Direction { sales == nil ? .toBC : .toSales }
  }

  /// The directions that the mapping, the field map and its kind of source allow together.
  private func directions(of field: FieldMap) -> [Direction] {
    if field.direction == nil, field.source == nil { return direction.directions }
    let own = field.direction?.value ?? direction
    let permitted = direction.directions.filter(own.includes)
    guard field.source != nil else { return permitted }
    if field.bc == nil { return permitted.filter { $0 == .toSales } }
    if field.sales == nil { return permitted.filter { $0 == .toBC } }
    return permitted
  }

  private mutating func resolve(
    _ source: FieldSource, from direction: Direction, _ ends: FieldEnds
  ) -> EffectiveSource? {
    let table = self.table(direction.source)
    switch source {
    case .field(let name): return self.field(name, in: table).map { .field($0) }
    case .constant(let literal):
      guard let target = ends.place(direction.target) else { return nil }
      return operand(literal, for: target, in: self.table(direction.target)).map { .constant($0) }
    case .text(let template): return text(template, in: table).map { .text($0) }
    case .generate(let pattern): return .generate(pattern)
    case .compute(let computation): return compute(computation, direction.source)
    case .related(let name, let field):
      guard let place = relatedPlace(name),
        let found = self.field(field, in: related[place].table)
      else { return nil }
      return .related(place: place, field: found)
    case .first(let sources, _):
      let resolved = sources.compactMap { resolve($0, from: direction, ends) }
      return resolved.count == sources.count ? .first(resolved) : nil
    }
  }

  mutating func text(_ template: TextTemplate, in table: Int) -> [EffectiveSource.Part]? {
    let parts = template.parts.compactMap { part -> EffectiveSource.Part? in
      switch part {
      case .text(let text): .text(text)
      case .field(let name): self.field(name, in: table).map { .field($0) }
      }
    }
    return parts.count == template.parts.count ? parts : nil
  }

  private mutating func compute(
    _ computation: FieldSource.Computation, _ side: Side
  ) -> EffectiveSource? {
    var arguments: [EffectiveSource.Argument] = []
    let lists: [(Side, [Located<String>])] = [
      (side, computation.source), (.sales, computation.sales), (.bc, computation.bc),
    ]
    for (side, fields) in lists {
      for name in fields {
        guard let place = self.field(name, in: table(side)) else { return nil }
        arguments.append(EffectiveSource.Argument(side: side, field: place))
      }
    }
    return .compute(name: computation.name.value, arguments: arguments)
  }

  private mutating func follow(
    _ table: Located<String>, _ field: Located<String>
  ) -> (table: Int, field: Int)? {
    guard let table = names.table(table, on: .sales, &findings) else {
      silent += 1
      return nil
    }
    return self.field(field, in: table).map { (table, $0) }
  }

  private mutating func sameAs(
    _ name: Located<String>, _ field: Located<String>
  ) -> (place: Int, field: Int)? {
    guard let place = relatedPlace(name),
      let found = self.field(field, in: related[place].table)
    else { return nil }
    return (place, found)
  }

  /// A default `cut` covers text and memo; a code, a reference, a match key need their own answer.
  private func tooLong(
    of field: FieldMap, _ directions: [Direction], _ ends: FieldEnds
  ) -> [Direction: TooLong] {
    if let own = field.tooLong?.value {
      return Dictionary(uniqueKeysWithValues: directions.map { ($0, own) })
    }
    let standard = mapping.defaults.tooLong ?? names.model.project.defaults.tooLong
    guard let answer = standard?.value else { return [:] }
    var result: [Direction: TooLong] = [:]
    for direction in directions where answer != .cut || isCutByDefault(field, direction, ends) {
      result[direction] = answer
    }
    return result
  }

  private func isCutByDefault(
    _ field: FieldMap, _ direction: Direction, _ ends: FieldEnds
  ) -> Bool {
    guard let place = ends.place(direction.target) else { return false }
    let target = names.catalogue[table(direction.target)].fields[place]
    switch target.type.value {
    case .text, .memo: break
    default: return false
    }
    let isReference =
      target.references != nil
      || ends.bc.map { names.catalogue[bcTable].fields[$0].references != nil } ?? false
    return !isReference && !isMatchKey(field)
  }

  private func isMatchKey(_ field: FieldMap) -> Bool {
    let pairs = mapping.match?.groups.flatMap(\.pairs) ?? []
    return pairs.contains { pair in
      let name = pair.name?.value
      return name != nil && (name == field.sales?.value || name == field.bc?.value)
        || pair.bc != nil && pair.bc?.value == field.bc?.value
          && pair.sales?.value == field.sales?.value
    }
  }
}
