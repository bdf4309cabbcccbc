import GRDB
import MapRuntime

/// Records by the names of their fields: rules, people, what tests begin with.
extension WriteSession {
  /// A record's values by column of the table.
  /// - Parameter isChanging: The record is about to be written, which may give what is damaged a
  ///   value again: so that is empty here.
  /// - Throws: `Refusal`, where a value cannot be read.
  func values(
    of table: TableLayout, _ id: Guid, isChanging: Bool = false
  ) throws -> [Value]? {
    guard let (values, damage) = try legible(of: table, id) else { return nil }
    if let damage, !isChanging { throw Refusal("\(table.name): \(damage)") }
    return values
  }

  /// The same as far as it can be read, and what is wrong with the first value that cannot.
  func legible(
    of table: TableLayout, _ id: Guid
  ) throws -> (values: [Value], damage: String?)? {
    let columns = system.columns(of: table)
    let select = try RowStatement(
      "SELECT \(columns.sql) FROM \(table.sqlName) t WHERE \"$id\" = ?1", on: db)
    select.bind(id, at: 1)
    defer { select.reset() }
    guard try select.step() else { return nil }
    let damage = RowDamage(db)
    let values = table.values(StatementRow(select, columns, damage))
    return (values, damage.taken())
  }

  /// Creates a record with the given fields.
  /// - Throws: `Refusal`, where the system does not take it.
  @discardableResult
  func create(
    _ name: String, id: Guid? = nil, _ fields: [String: Value], by author: Author? = nil
  ) throws -> Guid {
    let table = try schema.table(name)
    let fields = table.isSetup ? try replacingSetup(table, fields) : fields
    let (plan, content) = system.plan(
      table, fields, isNew: true, by: table.isSetup ? .system : author ?? self.author)
    let statement = try statement(plan)
    let id = id ?? system.newID()
    switch try acting(
      as: author ?? writer, { try insert(plan, statement, id: id, company: nil, content) })
    {
    case .refused(let sentence): throw Refusal(sentence)
    // An option's id is its number.
    case .written(let written, _): return written
    default: return id
    }
  }

  /// Changes fields of a record; false if there is none.
  @discardableResult
  func change(
    _ name: String, _ id: Guid, _ fields: [String: Value], by author: Author? = nil
  ) throws -> Bool {
    let table = try schema.table(name)
    let (plan, content) = system.plan(table, fields, isNew: false, by: author ?? self.author)
    let statement = try statement(plan)
    switch try acting(
      as: author ?? writer,
      { try update(plan, statement, id: id, expected: nil, company: nil, content) })
    {
    case .refused(let sentence): throw Refusal(sentence)
    case .missing: return false
    default: return true
    }
  }

  /// Prepares a plan's statement and binds what the system fills.
  public func statement(_ plan: WritePlan) throws -> RowStatement {
    let statement = try RowStatement(plan.sql, on: db)
    for fill in plan.filled {
      let value = try system.standard(of: plan.table.columns[fill.column], plan.table, in: self)
      statement.bind(value, at: fill.place)
      if fill.tablePlace > 0 {
        if let lookup = value.lookup {
          statement.bind(lookup.table, at: fill.tablePlace)
        } else {
          statement.bindNull(at: fill.tablePlace)
        }
      }
    }
    return statement
  }

  /// The records whose fields hold given values, in the order of their ids.
  func find(_ name: String, _ fields: [String: Value]) throws -> [Guid] {
    let table = try schema.table(name)
    var tests = table.hasCompanies ? ["\"$company\" = \(company)"] : []
    let given = fields.sorted { $0.key < $1.key }
    for (place, field) in given.enumerated() {
      guard let column = table.column(field.key) else {
        throw SystemFailure.unknown("'\(name)' has no field '\(field.key)'")
      }
      tests.append("\(table.columns[column].sql) IS ?\(place + 1)")
    }
    let sql =
      "SELECT \"$id\" FROM \(table.sqlName) t"
      + (tests.isEmpty ? "" : " WHERE " + tests.joined(separator: " AND ")) + " ORDER BY \"$id\""
    let select = try RowStatement(sql, on: db)
    for (place, field) in given.enumerated() {
      let isBlank = field.value.isEmpty && side(of: table, field.key)
      select.bind(isBlank ? .text("") : field.value, at: Int32(place + 1))
    }
    defer { select.reset() }
    var ids: [Guid] = []
    while try select.step() {
      ids.append(try StatementRow.id(select.handle, 0))
    }
    return ids
  }

  /// Whether nothing is '' in a field.
  private func side(of table: TableLayout, _ field: String) -> Bool {
    guard let column = table.column(field) else { return false }
    return ColumnLayout.blank(table.columns[column].field.type, on: table.side) == "''"
  }
}
