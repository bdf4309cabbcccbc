import MapRuntime

/// The filter of a mapping: as compiled, or as setup has it (ARCHITECTURE: policies are data).
struct FilterInForce<Mapping: CompiledMapping>: Sendable {
  let policy: MappingPolicy
  let values: RunValues

  /// What the stores are asked for.
  func condition(_ side: Side) -> RowCondition {
    policy.filters[side] ?? Mapping.filter(side, values)
  }

  func accepts(_ record: Mapping.BCRecord) -> Bool {
    guard let filter = policy.filters[.bc] else { return Mapping.accepts(record, values) }
    return filter.holds(RecordValues(of: record), in: Mapping.BCRecord.table)
  }

  func accepts(_ record: Mapping.SalesRecord) -> Bool {
    guard let filter = policy.filters[.sales] else { return Mapping.accepts(record, values) }
    return filter.holds(RecordValues(of: record), in: Mapping.SalesRecord.table)
  }
}
