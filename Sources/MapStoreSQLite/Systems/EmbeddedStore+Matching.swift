import EmbeddedSystems
import MapRuntime
import MapSync

import class GRDB.Database

extension EmbeddedStore {
  public func records<Record: TableRecord>(
    _ type: Record.Type, matching columns: [MatchColumn], values: [[Value]], _ query: RecordQuery
  ) async throws(StoreFailure) -> [StoredRecord<Record>] {
    guard !columns.isEmpty, !values.isEmpty else { return [] }
    let select = try RecordSelect<Record>(table(Record.table.name))
    let condition = try QuerySQL(query, of: select.table, Record.table, company: company)
    let matched = columns.map { column in
      MatchedColumn(
        select.table.columns[select.places[column.column]],
        isCaseSensitive: column.isCaseSensitive)
    }
    try index(select.table, matched)
    let selected = select.sql
    return try read { db in
      var found: [StoredRecord<Record>] = []
      var seen: Set<Guid> = []
      let damage = RowDamage(db)
      for list in values {
        guard let tests = Self.tests(matched, list) else { continue }
        var lookup = condition
        for test in tests { lookup.add(test.sql, test.value) }
        let statement = try RowStatement(selected + lookup.whereSQL, on: db)
        lookup.bind(to: statement)
        while try statement.step() {
          let record = try select.record(statement, damage)
          guard condition.isExact || query.condition.takes(record) else { continue }
          if seen.insert(record.id).inserted { found.append(record) }
        }
        statement.reset()
      }
      return found
    }
  }

  /// Nil where a value cannot be in its column.
  static func tests(
    _ columns: [MatchedColumn], _ values: [Value]
  ) -> [(sql: String, value: Value)]? {
    guard columns.count == values.count else { return nil }
    var tests: [(sql: String, value: Value)] = []
    for (column, value) in zip(columns, values) {
      guard let test = column.test(value) else { return nil }
      tests.append(test)
    }
    return tests
  }

  /// The first match by some columns makes an index over them, where the key is none.
  func index(
    _ table: TableLayout, _ columns: [MatchedColumn]
  ) throws(StoreFailure) {
    guard columns.allSatisfy(\.canBeIndexed) else { return }
    let parts = columns.map(\.indexed)
    do {
      try system.addIndex(to: table, by: parts)
    } catch {
      throw StoreFailure(error)
    }
  }
}
