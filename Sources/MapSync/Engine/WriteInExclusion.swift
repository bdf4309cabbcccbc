import MapRuntime

/// Leaves the product alone that stands for lines without one: whatever a mapping of its table says,
/// it is never coupled and never synchronized (F18, R C-44).
struct WriteInExclusion: Sendable {
  /// What a store is asked for.
  let clauses: [RowCondition.Clause]
  private let keys: [String]

  /// - Parameter table: the BC table of a mapping.
  init(_ table: RecordTable, _ run: RunValues, _ integration: Integration) {
    let products = integration.writeInProducts.filter { $0.table == table.name }
    clauses = products.compactMap { $0.exclusion(in: run) }
    keys = products.compactMap { product in
      product.number(in: run).map { RecordKey.of([Value.text($0)]) }
    }
  }

  func excludes(_ record: some TableRecord) -> Bool {
    !keys.isEmpty && keys.contains(record.key)
  }
}
