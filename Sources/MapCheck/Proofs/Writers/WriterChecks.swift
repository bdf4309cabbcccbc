import MapLanguage
import MapRuntime
import MapSource

/// `created-twice`: two mappings of the same tables create from one record; that is the finding then,
/// not the overlap that follows from it. `overlapping-writers`: two mappings could both write one
/// record.
enum WriterChecks {
  static let pass = CheckPass(reach: .reached) { mapping, context in
    let pairs = WriterPair.all(of: mapping, context)
    // Two mappings that meet in both directions are one mistake.
    var reported: Set<Int> = []
    return pairs.map(\.other.mapping.place).compactMap { other in
      guard reported.insert(other).inserted else { return nil }
      let both = pairs.filter { $0.other.mapping.place == other }
      for pair in both {
        if let source = pair.sharedCreation { return createdTwice(pair, source) }
      }
      for pair in both {
        if let (source, target) = pair.sharedRecords { return overlap(pair, source, target) }
      }
      return nil
    }
  }

  private static func overlap(
    _ pair: WriterPair, _ source: [Int: Value], _ target: [Int: Value]
  ) -> Finding {
    let (one, other) = (pair.one.mapping, pair.other.mapping)
    var example = ExampleRecords()
    example.set(ExampleRecord.illustrated(target, of: pair.targetTable), of: pair.targetTable)
    if pair.haveSameSource, !source.isEmpty { example.set(source, of: pair.sourceTable) }
    return Finding(
      "overlapping-writers",
      "'\(one.name)' and '\(other.name)' could both write one '\(pair.targetTable.name.value)'",
      at: span(of: one, pair), label: "written by this mapping",
      notes: [
        Finding.Note("'\(other.name)' writes the same table", at: span(of: other, pair)),
        Finding.Note("the filters of both let this record through"),
      ],
      help: "keep their records apart by a field that both filters ask for, such as a type that "
        + "each also writes",
      example: example)
  }

  private static func createdTwice(_ pair: WriterPair, _ source: [Int: Value]) -> Finding {
    let (one, other) = (pair.one.mapping, pair.other.mapping)
    var example = ExampleRecords()
    example.set(ExampleRecord.illustrated(source, of: pair.sourceTable), of: pair.sourceTable)
    return Finding(
      "created-twice",
      "'\(one.name)' and '\(other.name)' both create a '\(pair.targetTable.name.value)' from one "
        + "'\(pair.sourceTable.name.value)'",
      at: one.create[pair.one.direction]?.rule.span ?? one.origin.name.span,
      label: "created here",
      notes: [
        Finding.Note(
          "and by '\(other.name)' here",
          at: other.create[pair.one.direction]?.rule.span ?? other.origin.name.span)
      ],
      help: "let one of them create, keep their records apart by what `filter`, `states` or the "
        + "`when` of `create` asks of '\(pair.sourceTable.name.value)', or let `if` leave one of "
        + "them out",
      example: example)
  }

  private static func span(of mapping: EffectiveMapping, _ pair: WriterPair) -> Span {
    let tables = mapping.origin.tables
    return pair.one.direction.target == .bc ? tables.bc.span : tables.sales.span
  }
}
