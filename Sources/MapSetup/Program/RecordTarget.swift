import MapRuntime

/// One side of a mapping: the whole table, and what the generated records hold of it.
struct RecordTarget: Sendable {
  let table: TableDescription
  let record: RecordTable
}
