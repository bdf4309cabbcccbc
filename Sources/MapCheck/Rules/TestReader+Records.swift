import MapLanguage
import MapRuntime
import MapSource

/// The records of a test.
extension TestReader {
  mutating func records(_ test: MappingTest, _ mapping: EffectiveMapping) {
    let direction = direction(of: test, mapping)
    if let record = test.bc { read(record, in: mapping.bcTable) }
    if let record = test.sales { read(record, in: mapping.salesTable) }
    if let before = test.before, let direction {
      read(before, in: mapping.table(direction.target))
    }
    for record in test.related {
      if let found = mapping.related.first(where: { $0.name == record.name.value }) {
        read(record.fields, in: found.table)
      } else if let table = followed(record.name.value, mapping) {
        // Its id tells the lookups that lead to it.
        read(record.fields.filter { $0.field.value != "$id" }, in: table)
      } else {
        unknownRelated(record.name, mapping)
      }
    }
  }

  /// A table from which the mapping follows its lookups.
  private func followed(_ name: String, _ mapping: EffectiveMapping) -> Int? {
    mapping.fields.lazy.flatMap(\.follow).map(\.table)
      .first { resolved.catalogue[$0].name.value == name }
  }

  /// The test's direction; a finding where it is missing or not the mapping's.
  private mutating func direction(
    of test: MappingTest, _ mapping: EffectiveMapping
  ) -> Direction? {
    guard let said = test.direction else {
      if mapping.direction != .both { return mapping.direction.directions.first }
      findings.append(
        Finding(
          "missing-key", "the test does not say 'direction', and its mapping goes both ways",
          at: test.name.span, help: "say 'direction: to-sales' or 'direction: to-bc'"))
      return nil
    }
    if mapping.direction.includes(said.value) { return said.value }
    guard mapping.origin.isWhole else { return nil }
    findings.append(
      Finding(
        "direction-conflict",
        "a test that goes '\(said.value.name)' of a mapping that goes "
          + "'\(mapping.direction.rawValue)'",
        at: said.span,
        notes: mapping.origin.direction.map {
          [Finding.Note("the mapping's direction is said here", at: $0.span)]
        } ?? []))
    return nil
  }

  private mutating func unknownRelated(_ name: Located<String>, _ mapping: EffectiveMapping) {
    let isDeclared = mapping.origin.related.contains { $0.name.value == name.value }
    guard !isDeclared, mapping.knows([.fields, .related]) else { return }
    findings.append(UnknownName.related(name, in: mapping.origin))
  }

  private mutating func read(_ record: [Assignment], in table: Int) {
    for assignment in record {
      guard let place = resolved.names.field(assignment.field, in: table, &findings) else {
        continue
      }
      let described = resolved.catalogue[table]
      read(assignment.value, as: described.field(place, of: record), on: described.side)
    }
  }

  mutating func read(_ value: Located<Literal>, as field: Field, on side: Side) {
    if case .text = value.value {
      // Ids are the test's own words; options that grow may have any name.
      if field.type.value == .lookup || field.type.value == .guid || field.isOpen { return }
    }
    let reader = OperandReader(project: resolved.model.project)
    if case .finding(let finding) = reader.read(value, for: field, on: side) {
      findings.append(finding)
    }
  }
}
