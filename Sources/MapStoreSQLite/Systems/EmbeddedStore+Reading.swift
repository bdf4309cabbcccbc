import EmbeddedSystems
import GRDBSQLite
import MapRuntime
import MapSync

import class GRDB.Database

extension EmbeddedStore {
  public func records<Record: TableRecord>(
    _ type: Record.Type, ids: [Guid]
  ) async throws(StoreFailure) -> [StoredRecord<Record>] {
    let select = try RecordSelect<Record>(table(Record.table.name))
    let company = companyTest(select.table)
    return try read { db in
      let statement = try RowStatement(select.sql + " WHERE t.\"$id\" = ?1\(company)", on: db)
      let damage = RowDamage(db)
      var records: [StoredRecord<Record>] = []
      records.reserveCapacity(ids.count)
      for id in ids {
        statement.bind(id, at: 1)
        if try statement.step() { records.append(try select.record(statement, damage)) }
        statement.reset()
      }
      return records
    }
  }

  public func records<Record: TableRecord>(
    _ type: Record.Type, _ query: RecordQuery, after id: Guid?, limit: Int
  ) async throws(StoreFailure) -> [StoredRecord<Record>] {
    let select = try RecordSelect<Record>(table(Record.table.name))
    var condition = try QuerySQL(
      query, of: select.table, Record.table, company: company, isPaged: true)
    condition.add("t.\"$id\" > ?", .guid(id ?? .zero))
    let found = condition
    return try read { db in
      let statement = try RowStatement(
        select.sql + found.whereSQL + " ORDER BY t.\"$id\"", on: db)
      found.bind(to: statement)
      // Bound as bytes even where it is the zero guid, which is less than every id.
      defer { statement.reset() }
      let damage = RowDamage(db)
      var records: [StoredRecord<Record>] = []
      while records.count < limit, try statement.step() {
        let record = try select.record(statement, damage)
        if found.isExact || query.condition.takes(record) { records.append(record) }
      }
      return records
    }
  }

  public func count<Record: TableRecord>(
    _ type: Record.Type, _ query: RecordQuery
  ) async throws(StoreFailure) -> Int {
    let select = try RecordSelect<Record>(table(Record.table.name))
    let condition = try QuerySQL(query, of: select.table, Record.table, company: company)
    return try read { db in
      guard condition.isExact else {
        let statement = try RowStatement(select.sql + condition.whereSQL, on: db)
        condition.bind(to: statement)
        defer { statement.reset() }
        let damage = RowDamage(db)
        var count = 0
        while try statement.step() {
          if query.condition.takes(try select.record(statement, damage)) { count += 1 }
        }
        return count
      }
      let statement = try RowStatement(
        "SELECT count(*) FROM \(select.table.sqlName) t" + condition.whereSQL, on: db)
      condition.bind(to: statement)
      defer { statement.reset() }
      return try statement.step() ? Int(sqlite3_column_int64(statement.handle, 0)) : 0
    }
  }

  /// Keeps reads within the company.
  func companyTest(_ table: TableLayout) -> String {
    guard table.hasCompanies, let company else { return "" }
    return " AND t.\"$company\" = \(company.number)"
  }
}

extension RowCondition {
  /// Whether a record passes. One that cannot be read does: nobody knows, and it has to be told.
  func takes<Record: TableRecord>(_ record: StoredRecord<Record>) -> Bool {
    record.damage != nil || holds(RecordValues(of: record.record), in: Record.table)
  }
}
