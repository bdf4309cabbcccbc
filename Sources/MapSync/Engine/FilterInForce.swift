import MapRuntime

/// The filter of a mapping: as compiled, or as setup has it (docs/architecture.md#decisions).
struct FilterInForce<Mapping: CompiledMapping>: Sendable {
  private let policy: MappingPolicy
  private let values: RunValues
  private let unfilled: [Side: Set<String>]
  private let exclusion: WriteInExclusion

  init(_ policy: MappingPolicy, _ values: RunValues, _ integration: Integration) {
    self.policy = policy
    self.values = values
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
