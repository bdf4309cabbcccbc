import MapRuntime

/// The filter of a mapping: as compiled, or as setup has it (docs/architecture.md#decisions).
struct FilterInForce<Mapping: CompiledMapping>: Sendable {
  private let policy: MappingPolicy
  private let values: RunValues
  private let unfilled: [Side: Set<String>]
  private let exclusion: WriteInExclusion
  private let integration: Integration

  init(_ policy: MappingPolicy, _ values: RunValues, _ integration: Integration) {
    self.policy = policy
    self.values = values
    self.integration = integration
    exclusion = WriteInExclusion(Mapping.BCRecord.table, values, integration)
    unfilled = [
      .bc: UnfilledFigures.names(of: Mapping.BCRecord.table, in: integration),
      .sales: UnfilledFigures.names(of: Mapping.SalesRecord.table, in: integration),
    ]
  }

  /// What the stores are asked for: all of it, but for fields that only the engine works out. Then
  /// it lets through more than `accepts` does.
  func condition(_ side: Side) -> RowCondition {
    var condition = policy.filters[side] ?? Mapping.filter(side, values)
    if side == .bc { condition.clauses += exclusion.clauses }
    return condition.leavingOut(unfilled[side] ?? [])
  }

  func accepts(_ record: Mapping.BCRecord) -> Bool {
    if exclusion.excludes(record) { return false }
    guard let filter = policy.filters[.bc] else { return Mapping.accepts(record, values) }
    return filter.holds(RecordValues(of: record), in: Mapping.BCRecord.table)
  }

  func accepts(_ record: Mapping.SalesRecord) -> Bool {
    guard let filter = policy.filters[.sales] else { return Mapping.accepts(record, values) }
    return filter.holds(RecordValues(of: record), in: Mapping.SalesRecord.table)
  }
}

/// Why it leaves records out, for people.
extension FilterInForce {
  /// The conditions that a record does not pass, with what it holds and where they stand; of several one
  /// must hold. Nothing where it is taken.
  func failed<Record: TableRecord>(_ record: Record) -> [String] {
    let side = Record.table.side
    if side == .bc && exclusion.excludes(record) {
      return ["it stands for lines without a product, and is never coupled"]
    }
    let filter = policy.filters[side] ?? Mapping.filter(side, values)
    let file = policy.filters[side] == nil ? policy.file : policy.filterFile
    let stored = RecordValues(of: record)
    return filter.failing(stored, in: Record.table).map { clause in
      let value = Record.table.column(clause.field).map { stored[$0] } ?? .empty
      let field = integration.table(side, Record.table.name)?.field(clause.field)
      let test = FailedTest(
        clause.field, Self.shown(value, field), clause.test.map { Self.shown($0, field) })
      let place = file.flatMap { file in clause.line.map { " (\(file):\($0))" } }
      return test.sentence + (place ?? "")
    }
  }

  /// A value as people read it.
  private static func shown(_ value: Value, _ field: FieldDescription?) -> String {
    if value.isEmpty { return "" }
    if let lookup = value.lookup { return "a record of \(lookup.table)" }
    return value.option.flatMap { field?.name(of: $0) } ?? value.description
  }
}
