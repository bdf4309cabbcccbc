import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// The policies of one mapping.
extension ProgramReader {
  func override(
    _ node: SyntaxNode, of mapping: MappingTarget, named name: Located<String>
  ) -> MappingOverride {
    var override = MappingOverride(name, in: source.path)
    read(node, OverrideKey.self, name.value) { key, node in
      read(key, node, of: mapping, into: &override)
    }
    check(override, of: mapping)
    return override
  }

  private func read(
    _ key: OverrideKey, _ node: SyntaxNode, of mapping: MappingTarget,
    into override: inout MappingOverride
  ) {
    let name = key.rawValue
    switch key {
    case .company: override.company = word(node, name, CompanyScope.self)
    case .filter: override.filters = filters(node, mapping)
    case .outsideFilter: override.outsideFilter = word(node, name, OutsideFilter.self)
    case .scope: override.scope = word(node, name, RunScope.self)
    case .create:
      read(node, CreationKey.self, name) { key, node in
        override.creates[key == .toSales ? .toSales : .toBC] = boolean(node, key.rawValue)
      }
    case .match: override.match = match(node, mapping)
    case .conflict:
      read(node, ConflictKey.self, name) { key, node in
        switch key {
        case .update: override.updateConflict = word(node, key.rawValue, UpdateConflict.self)
        case .by: override.conflictBy = word(node, key.rawValue, ConflictUnit.self)
        case .delete: override.deleteConflict = word(node, key.rawValue, DeleteConflict.self)
        }
      }
    case .templates:
      override.templates = Located(
        list(node, name) { template($0, mapping) }, at: node.span)
    case .schedule: override.schedule = schedule(node)
    case .enabled: override.isEnabled = boolean(node, name)
    case .rules:
      let rules = oneOrList(node) { word($0, name, NamedRule.self)?.value }
      override.rules = Located(rules, at: node.span)
    }
  }

  private func filters(
    _ node: SyntaxNode, _ mapping: MappingTarget
  ) -> [Side: Located<RowCondition>] {
    var filters: [Side: Located<RowCondition>] = [:]
    read(node, FilterKey.self, "filter") { key, node in
      let side: Side = key == .bc ? .bc : .sales
      filters[side] = condition(node, key.rawValue, mapping[side]).map {
        Located($0, at: node.span)
      }
    }
    return filters
  }

  private func template(_ node: SyntaxNode, _ mapping: MappingTarget) -> TemplatePolicy? {
    var to: Side?
    var when: SyntaxNode?
    var set: SyntaxNode?
    let isWhole = read(node, TemplateKey.self, "an item of 'templates'") { key, node in
      switch key {
      case .to:
        to = word(node, key.rawValue, among: ["bc", "sales"]).map {
          $0.value == "bc" ? .bc : .sales
        }
      case .when: when = node
      case .set: set = node
      }
    }
    guard isWhole, let to, let set else { return nil }
    return TemplatePolicy(
      to: to, when: when.flatMap { self.when($0, to.other, mapping) } ?? .none,
      set: assignments(set, mapping[to]))
  }

  /// The condition of a template: on the record that the new one comes from.
  private func when(
    _ node: SyntaxNode, _ source: Side, _ mapping: MappingTarget
  ) -> RowCondition? {
    var condition: RowCondition?
    read(node, FilterKey.self, "when") { key, node in
      guard key.rawValue == source.name else {
        invalid(
          "a template for '\(source.other.name)' asks of '\(source.name)'", at: node.span,
          help: "write 'when: { \(source.name): { … } }'")
        return
      }
      condition = self.condition(node, key.rawValue, mapping[source])
    }
    return condition
  }

  private func assignments(
    _ node: SyntaxNode, _ target: RecordTarget
  ) -> [TemplatePolicy.Assignment] {
    entries(node, "set") { key, value -> TemplatePolicy.Assignment? in
      guard hasValue(value, key: key, in: node), let field = usedField(key, target) else {
        return nil
      }
      if field.access == .read {
        report(
          "read-only-target", "'\(field.name)' of '\(target.table.name)' is not written",
          at: key.span)
        return nil
      }
      return self.value(value, of: field).map {
        TemplatePolicy.Assignment(field.name, $0.value)
      }
    }
  }

  private func schedule(_ node: SyntaxNode) -> Located<MappingOverride.Schedule>? {
    if node.isScalar, !node.isNothing {
      return word(node, "schedule", among: ["none"])?.map { _ in .never }
    }
    var every: Int?
    var sleep: Int?
    var wake: Bool?
    read(node, ScheduleKey.self, "schedule") { key, node in
      switch key {
      case .every: every = duration(node, key.rawValue)?.value
      case .sleep: sleep = duration(node, key.rawValue)?.value
      case .wake: wake = boolean(node, key.rawValue)?.value
      }
    }
    return Located(.times(every: every, sleep: sleep, wake: wake), at: node.span)
  }
}
