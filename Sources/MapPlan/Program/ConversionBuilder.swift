import MapCheck
import MapLanguage
import MapRuntime

/// Builds one direction of a mapping.
struct ConversionBuilder {
  let checked: CheckedModel
  let mapping: EffectiveMapping
  let direction: Direction

  private var sourceTable: Table { checked.catalogue[mapping.table(direction.source)] }
  private var targetTable: Table { checked.catalogue[mapping.table(direction.target)] }

  func build() -> ConversionProgram {
    var references: [ReferenceProgram] = []
    var steps: [StepProgram] = []
    for map in mapping.fields where map.includes(direction) {
      guard let target = map.field(direction.target) else { continue }
      var slot: Int?
      if let reference = reference(of: map) {
        slot = references.count
        references.append(reference)
      }
      if let step = step(map, target: target, slot: slot) { steps.append(step) }
    }
    if direction == .toSales {
      // A field map that goes the other way, or not at all, may still tell partners apart.
      for map in matchedOnly {
        if let reference = reference(of: map) { references.append(reference) }
      }
    }
    return ConversionProgram(
      direction: direction, references: references, steps: steps,
      templates: mapping.templates.filter { $0.to == direction.target },
      parent: ParentBuilder(checked: checked, mapping: mapping).build())
  }

  /// The field maps with a reference that `match` names and that do not go to Sales themselves.
  private var matchedOnly: [EffectiveFieldMap] {
    var seen: Set<Int> = []
    return (mapping.match?.groups ?? []).flatMap { $0.pairs.compactMap(\.map) }.filter { map in
      let isWritten = mapping.fields.contains { $0.place == map.place && $0.includes(.toSales) }
      return !map.routes.isEmpty && !isWritten && seen.insert(map.place).inserted
    }
  }

  /// A BC field as a Sales field takes it without a field map, and its type.
  func plain(from bc: Int, to sales: Int) -> (value: ValueProgram, type: FieldType) {
    let field = checked.catalogue[mapping.bcTable].fields[bc]
    let target = checked.catalogue[mapping.salesTable].fields[sales]
    let value = ValueProgram.field(bc, field.type.value)
    guard case .option = field.type.value, case .option = target.type.value else {
      return (value, field.type.value)
    }
    return (sameNames(value, of: field, in: target), field.type.value)
  }

  func step(_ map: EffectiveFieldMap, target: Int, slot: Int?) -> StepProgram? {
    guard let source = map.source(direction) else { return nil }
    let field = targetTable.fields[target]
    var value = slot.map(ValueProgram.reference) ?? program(source)
    var type = slot == nil ? self.type(of: source, target: field.type.value) : field.type.value
    if case .lookup = field.type.value, case .guid = type, case .related(let place, _) = source {
      let table = checked.catalogue[mapping.related[place].table].name.value
      value = .lookup(value, table: table)
      type = .lookup
    }
    if let values = map.values {
      value = .mapped(
        value, pairs: values.pairs(direction), otherwise: Self.otherwise(values.otherwise))
      type = field.type.value
    } else if case .option = type, case .option = field.type.value, slot == nil,
      case .field(let place) = source
    {
      value = sameNames(value, of: sourceTable.fields[place], in: field)
    }
    let transforms = map.transforms(direction)
    for (place, transform) in transforms.enumerated() {
      value = .transformed(value, transform)
      type = TransformTyping.result(
        of: transform, isLast: place == transforms.count - 1, from: type, to: field.type.value)
    }
    // A field of whole numbers takes a number that was rounded to one.
    if map.tooPrecise == .round, type.decimalPlaces > 0, Self.isWhole(field.type.value) {
      value = .transformed(value, .round(places: 0))
      type = .decimal(places: 0)
    }
    return StepProgram(
      rule: map.place, target: target, targetType: field.type.value, value: value, valueType: type,
      empty: slot != nil && fallback(map) != nil ? .clear : empty(map, field),
      tooLong: map.tooLong[direction] ?? .refuse,
      tooPrecise: map.tooPrecise ?? .refuse, onlyOn: map.onlyOn ?? Self.creation(field, source),
      together: map.origin.together, wayBack: wayBack(map, target: field),
      sameAs: expected(map), pick: pick(map, slot))
  }

  private static func isWhole(_ type: FieldType) -> Bool {
    type == .integer || type == .bigInteger
  }

  private func pick(_ map: EffectiveFieldMap, _ slot: Int?) -> Int? {
    // A part of another record does not say which that is (R E-25).
    guard slot != nil, direction == .toBC,
      map.routes.contains(where: { $0.pick != nil && ($0.bcTarget?.otherKeys ?? []).isEmpty }),
      let bc = map.bc, let by = targetTable.fields[bc].references?.pickedBy
    else { return nil }
    return targetTable.place(of: by.value)
  }

  /// A field that is written on creation only is left alone afterwards, and so is a key that was
  /// made (R C-38).
  private static func creation(_ field: Field, _ source: EffectiveSource) -> OnlyOn? {
    if case .generate = source { return .create }
    return field.access == .create ? .create : nil
  }

  private static func otherwise(_ rule: EffectiveValueMap.Otherwise?) -> ValueProgram.MapOtherwise {
    switch rule {
    case .keep: .keep
    case .refuse: .refuse
    case .value(let operand): .value(operand)
    case nil: .refuse
    }
  }

  /// Two option fields without a value map agree by name.
  private func sameNames(
    _ value: ValueProgram, of source: Field, in target: Field
  ) -> ValueProgram {
    sameNames(source, target).map { .mapped(value, pairs: $0, otherwise: .refuse) } ?? value
  }

  /// The pairs by which options without a value map come back.
  private func names(_ source: Field, _ target: Field) -> [EffectiveValueMap.Pair] {
    guard case .option = source.type.value, case .option = target.type.value else { return [] }
    return sameNames(source, target) ?? []
  }

  /// The options of one name by their numbers; nil where all have the same numbers.
  private func sameNames(_ source: Field, _ target: Field) -> [EffectiveValueMap.Pair]? {
    if source.options.map(\.value) == target.options.map(\.value),
      source.options.map(\.name) == target.options.map(\.name)
    {
      return nil
    }
    return source.options.compactMap { option in
      target.option(option.name).map {
        EffectiveValueMap.Pair(
          source: .option(OptionValue(option.value)), target: .option(OptionValue($0)),
          span: option.span)
      }
    }
  }

  private func program(_ source: EffectiveSource) -> ValueProgram {
    switch source {
    case .field(let place): .field(place, sourceTable.fields[place].type.value)
    case .constant(let operand): .operand(operand)
    case .text(let parts): .text(parts)
    case .generate(let pattern): .generate(pattern)
    case .compute(let name, let arguments): .compute(name: name, arguments: arguments)
    case .related(let place, let field): related(place, field)
    case .first(let sources): .first(sources.map(program))
    }
  }

  /// What a source must agree with.
  private func expected(_ map: EffectiveFieldMap) -> ValueProgram? {
    let programs = map.sameAs.map { related($0.place, $0.field) }
    return programs.count > 1 ? .first(programs) : programs.first
  }

  private func related(_ place: Int, _ field: Int) -> ValueProgram {
    let table = checked.catalogue[mapping.related[place].table]
    return .related(place: place, field: field, table.fields[field].type.value)
  }

  /// The type in which a source's value comes; a constant was read as its target's.
  private func type(of source: EffectiveSource, target: FieldType) -> FieldType {
    switch source {
    case .field(let place): sourceTable.fields[place].type.value
    case .constant, .compute: target
    case .text, .generate: .text(length: nil)
    case .related(let place, let field):
      checked.catalogue[mapping.related[place].table].fields[field].type.value
    case .first(let sources): sources.first.map { type(of: $0, target: target) } ?? target
    }
  }

  private func empty(_ map: EffectiveFieldMap, _ target: Field) -> StepProgram.Empty {
    switch map.empty {
    case .clear: .clear
    case .keep: .keep
    case .refuse: .refuse
    case .useValue(let operand): .use(.operand(operand))
    case .useField(let place): .use(.field(place, sourceTable.fields[place].type.value))
    }
  }

  private func wayBack(_ map: EffectiveFieldMap, target: Field) -> WayBack? {
    guard map.isTwoWay, map.routes.isEmpty, map.source == nil,
      let place = map.field(direction.source)
    else { return nil }
    let source = sourceTable.fields[place]
    let cutsTo = source.type.value.length
    let isCut = map.tooLong[direction.reversed] == .cut && cutsTo != nil
    let isRounded =
      source.type.value.decimalPlaces < target.type.value.decimalPlaces
    let blank = blank(of: source, map)
    let values =
      map.values?.pairs(direction.reversed) ?? (blank.isEmpty ? [] : names(target, source))
    guard
      isCut || isRounded || !values.isEmpty || !map.transforms(.toSales).isEmpty
        || source.type.value != target.type.value || !blank.isEmpty
    else { return nil }
    return WayBack(
      values: values.map { WayBack.Pair(stored: $0.source, source: $0.target) },
      transforms: map.transforms(direction.reversed), targetType: target.type.value,
      sourceType: source.type.value, cutsTo: isCut ? cutsTo : nil, blank: blank)
  }

  /// What comes to BC of an empty Sales field, where BC has a value and no emptiness for it: the
  /// number, boolean or option of a field that nobody filled in. One that `empty` keeps stands for
  /// nothing else either; one that it refuses or replaces comes back as something else, or not.
  private func blank(of source: Field, _ map: EffectiveFieldMap) -> Value {
    guard direction == .toSales else { return .empty }
    if let pair = map.values?.pairs(.toBC).first(where: { $0.source.isEmpty }) {
      return pair.target
    }
    switch map.empty {
    case .clear, .keep: return BlankValue.of(source, on: .bc)
    case .refuse, .useValue, .useField: return .empty
    }
  }

  private func reference(of map: EffectiveFieldMap) -> ReferenceProgram? {
    guard !map.routes.isEmpty, let source = map.field(direction.source) else { return nil }
    let routes = map.routes.map { route(of: $0, map) }
    let picking = map.bc.flatMap { bc in
      checked.catalogue[mapping.bcTable].fields[bc].references?.pickedBy
        .flatMap { checked.catalogue[mapping.bcTable].place(of: $0.value) }
    }
    let means = map.routes.contains { route in
      checked.mapping(route.mapping, in: mapping.features)?.emptyMeans != nil
    }
    return ReferenceProgram(
      rule: map.place, routes: routes, pickedBy: picking, source: source,
      fallback: fallback(map),
      uncoupled: map.uncoupled, emptyMeansLocalCurrency: means,
      follow: direction == .toBC ? map.follow.map(followed) : [])
  }

  private func followed(_ step: (table: Int, field: Int)) -> ReferenceProgram.Followed {
    let table = checked.catalogue[step.table]
    return ReferenceProgram.Followed(
      table: step.table, field: step.field,
      names: FollowedTable(table.name.value, table.fields[step.field].name.value))
  }

  /// `empty: { use: FIELD }` beside a reference names another field that refers.
  private func fallback(_ map: EffectiveFieldMap) -> Int? {
    if case .useField(let place) = map.empty { place } else { nil }
  }

  private func route(of route: Route, _ map: EffectiveFieldMap) -> ReferenceProgram.Route {
    let tables = checked.model.mappings[route.mapping].alternatives[0].mapping.tables
    let bcTable = checked.catalogue[mapping.bcTable]
    // The referred key in the order of the referred table; this field is its last part.
    var key = (route.bcTarget?.otherKeys ?? []).compactMap { bcTable.place(of: $0.own.value) }
    if let bc = map.bc { key.append(bc) }
    return ReferenceProgram.Route(
      mapping: checked.model.mappings[route.mapping].name.value,
      bcTable: tables.bc.value, salesTable: tables.sales.value,
      isOption: tables.salesOption != nil, pick: route.pick, key: key)
  }
}
