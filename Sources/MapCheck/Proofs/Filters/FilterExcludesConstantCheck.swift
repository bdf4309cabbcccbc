import MapLanguage
import MapRuntime
import MapSource

/// `filter-excludes-constant`: a mapping writes a value that its own filter on the target rejects,
/// so that the record would be passed over from then on; not so with `outside-filter: follow`.
enum FilterExcludesConstantCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    guard mapping.outsideFilter != .follow else { return [] }
    return mapping.direction.directions.flatMap { direction -> [Finding] in
      let filter = mapping.filter(direction.target)
      let table = context.table(mapping, direction.target)
      guard !filter.isEmpty else { return [] }
      let search = Search(
        mapping: mapping, context: context, direction: direction, filter: filter, table: table)
      let found = search.inFields + search.inTemplates
      // A filter that nothing passes is a finding of its own.
      return found.isEmpty || Satisfiability(of: [filter], in: table).isNever ? [] : found
    }
  }

  private struct Search {
    let mapping: EffectiveMapping
    let context: CheckContext
    let direction: Direction
    let filter: EffectiveCondition
    let table: Table

    var inFields: [Finding] {
      mapping.fields.flatMap { map -> [Finding] in
        guard map.includes(direction), let target = map.field(direction.target),
          filter.mentions(target)
        else { return [] }
        if case .constant(.value(let value)) = map.source {
          let example = ExampleRecords()
          return finding(value, in: target, at: constantSpan(of: map), example).map { [$0] } ?? []
        }
        return values(of: map, into: target)
      }
    }

    /// The results of a value map for what its source's filter lets through.
    private func values(of map: EffectiveFieldMap, into target: Int) -> [Finding] {
      guard let values = map.values, case .field(let source)? = map.source(direction) else {
        return []
      }
      let sourceTable = context.table(mapping, direction.source)
      return values.pairs(direction).compactMap { pair in
        guard isExcluded(pair.target, in: target) else { return nil }
        let arriving = Satisfiability(
          of: [mapping.filter(direction.source)], in: sourceTable, given: [source: pair.source])
        guard let record = arriving.witness else { return nil }
        var example = ExampleRecords()
        example.set(record, of: sourceTable)
        return finding(pair.target, in: target, at: pair.span, example)
      }
    }

    var inTemplates: [Finding] {
      guard mapping.creates(direction) else { return [] }
      var findings: [Finding] = []
      for template in mapping.templates where template.to == direction.target {
        guard applies(template) else { continue }
        for assignment in template.set {
          guard case .value(let value) = assignment.operand, filter.mentions(assignment.field)
          else { continue }
          let found = finding(
            value, in: assignment.field, at: assignment.span, ExampleRecords())
          if let found { findings.append(found) }
        }
        // The first that fits is the only one that is used.
        if template.isUnconditional { break }
      }
      return findings
    }

    private func applies(_ template: EffectiveTemplate) -> Bool {
      let when = direction.source == .bc ? template.when?.bc : template.when?.sales
      guard let when else { return true }
      let conditions = [mapping.filter(direction.source), when]
      return !Satisfiability(of: conditions, in: context.table(mapping, direction.source)).isNever
    }

    private func isExcluded(_ value: Value, in field: Int) -> Bool {
      Satisfiability(of: [filter], in: table, given: [field: value]).isNever
    }

    private func finding(
      _ value: Value, in field: Int, at span: Span, _ example: ExampleRecords
    ) -> Finding? {
      guard isExcluded(value, in: field) else { return nil }
      var example = example
      example.set([field: value], of: table)
      let name = table.fields[field].name.value
      let written = WrittenValue.text(value, of: table.fields[field])
      return Finding(
        "filter-excludes-constant",
        "'\(written)' is written into '\(name)', and this mapping's own filter rejects it",
        at: span, label: "written here",
        notes: [
          Finding.Note(
            "a record that was written so is passed over from then on",
            at: mapping.origin.filter[direction.target]?.span)
        ],
        help: "write a value that passes, let the filter through what is written, or say "
          + "`outside-filter: follow`",
        example: example)
    }

    private func constantSpan(of map: EffectiveFieldMap) -> Span {
      if case .constant(let literal)? = map.origin.source { literal.span } else { map.span }
    }
  }
}
