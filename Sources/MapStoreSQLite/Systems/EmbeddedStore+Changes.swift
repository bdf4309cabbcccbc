import EmbeddedSystems
import GRDBSQLite
import MapRuntime
import MapSync

import class GRDB.Database

extension EmbeddedStore {
  public func mark(of table: RecordTable) async throws(StoreFailure) -> ChangeMark {
    _ = try self.table(table.name)
    // What a day changed that has come by now is before the mark.
    do { try system.wake() } catch { throw StoreFailure(error) }
    return ChangeMark(String(try read { try Self.lastVersion($0) }))
  }

  public func changes<Record: TableRecord>(
    _ type: Record.Type, since mark: ChangeMark?, _ query: RecordQuery, limit: Int
  ) async throws(StoreFailure) -> ChangePage<Record> {
    do { try system.wake() } catch { throw StoreFailure(error) }
    let select = try RecordSelect<Record>(table(Record.table.name))
    let since = try version(of: mark)
    var condition = try QuerySQL(
      query, of: select.table, Record.table, company: company, isPaged: true)
    condition.add("t.\"$version\" > ?", .integer(since))
    let found = condition
    return try read { db in
      let last = try Self.lastVersion(db)
      let rows = try RowStatement(
        select.sql + found.whereSQL + " ORDER BY t.\"$version\" LIMIT \(limit + 1)", on: db)
      found.bind(to: rows)
      defer { rows.reset() }
      var deleted = try deletions(from: select.table, since: since, limit: limit + 1, db)
      let damage = RowDamage(db)
      var records: [StoredRecord<Record>] = []
      records.reserveCapacity(limit)
      var gone = 0
      var next = last
      var hasMore = false
      var hasRow = try rows.step()
      while hasRow || gone < deleted.count {
        if records.count + gone == limit {
          hasMore = true
          break
        }
        if hasRow, gone == deleted.count || Self.version(rows) < deleted[gone].version {
          let record = try select.record(rows, damage)
          next = record.version.number
          records.append(record)
          hasRow = try rows.step()
        } else {
          next = deleted[gone].version
          gone += 1
        }
      }
      deleted.removeSubrange(gone...)
      return ChangePage(
        records: records, deleted: deleted.map(\.id),
        next: ChangeMark(String(hasMore ? next : last)), hasMore: hasMore)
    }
  }

  public func changed(
    _ ids: [Guid], of table: RecordTable, since mark: ChangeMark?
  ) async throws(StoreFailure) -> Set<Guid> {
    let since = try version(of: mark)
    let layout = try self.table(table.name)
    let company = self.company.map { " AND company = \($0.number)" } ?? ""
    return try read { db in
      let rows = try RowStatement(
        "SELECT 1 FROM \(layout.sqlName) t WHERE t.\"$id\" = ?1 AND t.\"$version\" > ?2"
          + self.companyTest(layout), on: db)
      let deletions = try RowStatement(
        "SELECT 1 FROM \"$deleted\" WHERE id = ?1 AND version > ?2 AND \"table\" = ?3\(company)",
        on: db)
      deletions.bind(table.name, at: 3)
      var changed: Set<Guid> = []
      for id in ids {
        for statement in [rows, deletions] {
          statement.bind(id, at: 1)
          statement.bind(since, at: 2)
          if try statement.step() { changed.insert(id) }
          statement.reset()
        }
      }
      return changed
    }
  }

  public func deleted(
    _ ids: [Guid], from table: RecordTable
  ) async throws(StoreFailure) -> Set<Guid> {
    try deletedRows(ids, from: table.name)
  }

  /// The ids under which a row of a table was deleted.
  func deletedRows(_ ids: [Guid], from table: String) throws(StoreFailure) -> Set<Guid> {
    let company = self.company.map { " AND company = \($0.number)" } ?? ""
    return try read { db in
      let statement = try RowStatement(
        "SELECT 1 FROM \"$deleted\" WHERE \"table\" = ?1 AND id = ?2\(company)", on: db)
      statement.bind(table, at: 1)
      var deleted: Set<Guid> = []
      for id in ids {
        statement.bind(id, at: 2)
        if try statement.step() { deleted.insert(id) }
        statement.reset()
      }
      return deleted
    }
  }

  private static func version(_ statement: RowStatement) -> Int64 {
    sqlite3_column_int64(statement.handle, 1)
  }

  private func deletions(
    from table: TableLayout, since version: Int64, limit: Int, _ db: Database
  ) throws -> [(version: Int64, id: Guid)] {
    let company = self.company.map { " AND company = \($0.number)" } ?? ""
    let statement = try RowStatement(
      "SELECT version, id FROM \"$deleted\" WHERE \"table\" = ?1 AND version > ?2\(company)"
        + " ORDER BY version LIMIT \(limit)", on: db)
    statement.bind(table.name, at: 1)
    statement.bind(version, at: 2)
    defer { statement.reset() }
    var deleted: [(version: Int64, id: Guid)] = []
    while try statement.step() {
      deleted.append(
        (sqlite3_column_int64(statement.handle, 0), try StatementRow.id(statement.handle, 1)))
    }
    return deleted
  }

  static func lastVersion(_ db: Database) throws -> Int64 {
    let statement = try RowStatement(
      "SELECT value FROM \"$system\" WHERE name = 'version'", on: db)
    defer { statement.reset() }
    return try statement.step() ? sqlite3_column_int64(statement.handle, 0) : 0
  }

  func version(of mark: ChangeMark?) throws(StoreFailure) -> Int64 {
    guard let mark else { return 0 }
    guard let version = Int64(mark.text), version >= 0 else {
      throw .unknown("'\(mark.text)' is no mark of '\(name)'")
    }
    return version
  }
}
