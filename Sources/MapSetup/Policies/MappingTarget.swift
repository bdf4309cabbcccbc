import MapRuntime

/// A mapping that an author speaks of, with its tables.
struct MappingTarget: Sendable {
  let policy: MappingPolicy
  let bc: RecordTarget
  let sales: RecordTarget

  /// Nil where the program describes one of its tables not at all.
  init?<Mapping: CompiledMapping>(_ mapping: Mapping.Type, _ tables: TableIndex) {
    let records = (bc: Mapping.BCRecord.table, sales: Mapping.SalesRecord.table)
    guard let bc = tables[.bc, records.bc.name], let sales = tables[.sales, records.sales.name]
    else { return nil }
    policy = mapping.policy
    self.bc = RecordTarget(table: bc, record: records.bc)
    self.sales = RecordTarget(table: sales, record: records.sales)
  }

  subscript(_ side: Side) -> RecordTarget { side == .bc ? bc : sales }
}
