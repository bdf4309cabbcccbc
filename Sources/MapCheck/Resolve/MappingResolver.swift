import MapLanguage
import MapRuntime
import MapSource

/// Turns a mapping, under one set of features, into its effective form.
struct MappingResolver {
  let names: NameTable
  let place: Int
  let mapping: Mapping
  let features: FeatureSet
  var findings: [Finding] = []
  /// What was not found without a finding, because its own file has one.
  var silent = 0
  /// Parts that are not as their author wants them: nothing is concluded from what they lack.
  var lost: Set<MappingPart>
  let bcTable: Int
  let salesTable: Int
  var related: [EffectiveRelated] = []
  /// The fields that the rules for documents name, by the places of their tables.
  var documentFields: [Int: Set<Int>] = [:]

  /// The effective mapping; nil where its tables are unknown.
  static func resolve(
    _ mapping: Mapping, at place: Int, in features: FeatureSet, names: NameTable
  ) -> (mapping: EffectiveMapping?, findings: [Finding]) {
    var findings: [Finding] = []
    let bc = names.table(mapping.tables.bc, on: .bc, &findings)
    let sales = salesTable(mapping.tables, names, &findings)
    guard let bc, let sales else { return (nil, findings) }
    var resolver = MappingResolver(
      names: names, place: place, mapping: mapping, features: features, findings: findings,
      lost: mapping.unread, bcTable: bc, salesTable: sales)
    let effective = resolver.effective()
    return (effective, resolver.findings)
  }

  private static func salesTable(
    _ tables: MappingTables, _ names: NameTable, _ findings: inout [Finding]
  ) -> Int? {
    guard let table = names.table(tables.sales, on: .sales, &findings) else { return nil }
    guard let option = tables.salesOption else { return table }
    guard let field = names.field(option, in: table, &findings) else { return nil }
    guard case .option = names.catalogue[table].fields[field].type.value else {
      findings.append(
        Finding(
          "type-mismatch",
          "'\(option.value)' is no option field; an option mapping couples with options",
          at: option.span))
      return nil
    }
    return names.catalogue.place(of: tables.salesName, on: .sales)
  }

  var direction: MappingDirection { mapping.direction?.value ?? .both }

  func table(_ side: Side) -> Int { side == .bc ? bcTable : salesTable }

  func holds(_ condition: FeatureCondition) -> Bool {
    names.features.guard(condition).holds(in: features)
  }

  private mutating func effective() -> EffectiveMapping {
    // The project's defaults stand in for those of the mapping.
    if !names.model.project.isComplete { lost.insert(.defaults) }
    related = part(.related) { own in own.mapping.related.compactMap { own.resolve($0) } }
    let parent = part(.parent) { own in own.mapping.parent.flatMap { own.otherMapping($0) } }
    let (enabled, disabled) = fields()
    let match = part(.match) { own in
      own.mapping.match.map { own.resolve($0, fields: enabled + disabled) }
    }
    let filters = part(.filter) { own in (bc: own.filter(.bc), sales: own.filter(.sales)) }
    let create = part(.create) { own in own.creations() }
    let templates = part(.templates) { own in own.mapping.templates.map { own.resolve($0) } }
    let emptyMeans = part(.emptyMeans) { own in own.emptyMeans() }
    let requires = requirements()
    let refuse = mapping.refuse.map { (when: resolve($0.when), because: $0.because.value) }
    let (writeBack, writeIn) = (writeBacks(), writeIn())
    let kind = DocumentKind(names.catalogue[bcTable], filter: filters.bc, fields: enabled)
    let document = document(kind: kind, create, writeIn, writeBack)
    return EffectiveMapping(
      place: place, features: features, origin: mapping, bcTable: bcTable, salesTable: salesTable,
      parent: parent, direction: direction,
      company: mapping.company?.value
        ?? (names.catalogue[salesTable].roles.company == nil ? .any : .ownOrEmpty),
      outsideFilter: mapping.outsideFilter?.value ?? .skip,
      scope: mapping.scope?.value ?? .coupled, fields: enabled, disabled: disabled,
      bcFilter: filters.bc, salesFilter: filters.sales, create: create, match: match,
      conflict: mapping.conflict.policy,
      templates: templates, requires: requires, related: related, refuse: refuse,
      writeBack: writeBack, writeIn: writeIn, document: document, documentFields: documentFields,
      emptyMeans: emptyMeans, schedule: schedule(), lost: lost)
  }

  /// The field maps; one of which a part is not known is left out, so that it is judged by nothing
  /// else.
  private mutating func fields() -> (enabled: [EffectiveFieldMap], disabled: [EffectiveFieldMap]) {
    var enabled: [EffectiveFieldMap] = []
    var disabled: [EffectiveFieldMap] = []
    for (place, field) in mapping.fields.enumerated() where holds(field.condition) {
      let before = losses
      guard let resolved = resolve(field, at: place), field.isWhole, losses == before else {
        lost.insert(.fields)
        continue
      }
      if field.isEnabled { enabled.append(resolved) } else { disabled.append(resolved) }
    }
    return (enabled, disabled)
  }

  // MARK: What is not known

  private var losses: Int { findings.count + silent }

  /// Reads a part, and notes whether all of it is known.
  mutating func part<Part>(
    _ name: MappingPart, _ read: (inout MappingResolver) -> Part
  ) -> Part {
    let before = losses
    let part = read(&self)
    if losses > before { lost.insert(name) }
    return part
  }

  mutating func field(_ name: Located<String>, in table: Int) -> Int? {
    let place = names.field(name, in: table, &findings)
    guard let place, !isOfNoType(place, in: table) else {
      silent += 1
      return nil
    }
    return place
  }

  /// A lookup in a table of Business Central has its finding there, and is no type to judge by.
  private func isOfNoType(_ place: Int, in table: Int) -> Bool {
    let table = names.catalogue[table]
    return table.side == .bc && table.fields[place].type.value == .lookup
  }

  /// Another mapping by its name; one whose tables are unknown says so itself.
  mutating func otherMapping(_ name: Located<String>) -> Int? {
    guard let place = names.mapping(name, &findings), names.hasTables(place) else {
      silent += 1
      return nil
    }
    return place
  }

  private mutating func filter(_ side: Side) -> EffectiveCondition {
    guard let condition = mapping.filter[side] else { return .none }
    return resolve(condition, in: table(side))
  }

  private mutating func creations() -> [Direction: EffectiveCreate] {
    var result: [Direction: EffectiveCreate] = [:]
    for direction in Direction.allCases {
      guard let rule = mapping.create[direction] else {
        if lost.contains(.create), self.direction.includes(direction) {
          result[direction] = EffectiveCreate(
            enabledBy: nil, when: nil, rule: .unread(at: mapping.name.span))
        }
        continue
      }
      guard rule.isPermitted else { continue }
      if let setting = rule.enabledBy { requireBooleanSetting(setting) }
      result[direction] = EffectiveCreate(
        enabledBy: rule.enabledBy?.value, when: rule.when.map { resolve($0) }, rule: rule)
    }
    return result
  }

  private mutating func requireBooleanSetting(_ name: Located<String>) {
    guard let setting = names.model.project.setting(name.value) else {
      let finding = UnknownName.setting(name.value, in: names.model.project, at: name.span)
      if let finding { findings.append(finding) }
      return
    }
    if setting.type.value != .boolean {
      findings.append(
        Finding(
          "type-mismatch",
          "the setting '\(name.value)' is no boolean, so it cannot enable anything",
          at: name.span, notes: [Finding.Note("it is declared here", at: setting.name.span)]))
    }
  }

  private mutating func requirements() -> [EffectiveRequirement] {
    mapping.requires.compactMap { requirement in
      guard holds(requirement.condition),
        let target = otherMapping(requirement.mapping)
      else { return nil }
      return EffectiveRequirement(
        mapping: target, when: requirement.when.map { resolve($0) }, origin: requirement)
    }
  }

  private mutating func writeBacks() -> [EffectiveWriteBack] {
    mapping.writeBack.compactMap { back in
      guard let target = otherMapping(back.mapping) else { return nil }
      let tables = names.model.mappings[target].alternatives[0].mapping.tables
      let side: Side = direction == .toBC ? .bc : .sales
      let name = side == .bc ? tables.bc : tables.sales
      guard let table = names.catalogue.place(of: name.value, on: side) else { return nil }
      return EffectiveWriteBack(mapping: target, table: table, set: resolve(back.set, in: table))
    }
  }

  private mutating func emptyMeans() -> Operand? {
    guard let literal = mapping.emptyMeans else { return nil }
    if case .variable("local-currency") = literal.value { return .variable(.localCurrency) }
    findings.append(
      Finding(
        "invalid-value", "'empty-means' takes '$local-currency'", at: literal.span))
    return nil
  }

  private func schedule() -> (every: Int, sleep: Int?, isWoken: Bool)? {
    let standard = names.model.project.schedule
    guard let own = mapping.schedule else {
      guard mapping.parent == nil, let every = standard?.every?.value else { return nil }
      return (every, standard?.sleep?.value, standard?.wake?.value ?? true)
    }
    guard !own.isNone, let every = own.every?.value ?? standard?.every?.value else { return nil }
    return (
      every, own.sleep?.value ?? standard?.sleep?.value,
      own.wake?.value ?? standard?.wake?.value ?? true
    )
  }
}
