import GRDB
import GRDBSQLite
import MapRuntime

extension EmbeddedSystem {
  /// Makes a company of BC; the same one if it is there. Its tables have number series once they
  /// need them.
  @discardableResult
  public func createCompany(_ name: String, id: Guid? = nil) throws(SystemFailure) -> Company {
    if let company = try companies().first(where: { $0.name == name }) { return company }
    let id = id ?? newID()
    try write(by: .system) { session in
      let insert = try RowStatement(
        "INSERT INTO \"$companies\" (id, name) VALUES (?1, ?2)", on: session.db)
      insert.bind(id, at: 1)
      insert.bind(name, at: 2)
      try insert.run()
    }
    let company = try company(name)
    try write(by: .system, company: company.number) { try $0.addSetupRecords() }
    return company
  }

  /// In the order in which they were made.
  public func companies() throws(SystemFailure) -> [Company] {
    try read { db in
      let select = try RowStatement(
        "SELECT number, id, name FROM \"$companies\" ORDER BY number", on: db)
      defer { select.reset() }
      var companies: [Company] = []
      while try select.step() {
        companies.append(
          Company(
            number: sqlite3_column_int64(select.handle, 0),
            id: try StatementRow.id(select.handle, 1),
            name: try StatementRow.text(select.handle, 2) ?? ""))
      }
      return companies
    }
  }

  /// The company of a name.
  public func company(_ name: String) throws(SystemFailure) -> Company {
    guard let company = try companies().first(where: { $0.name == name }) else {
      throw .unknown("Business Central has no company '\(name)'")
    }
    return company
  }
}
