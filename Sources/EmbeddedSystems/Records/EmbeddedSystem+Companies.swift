import GRDB
import GRDBSQLite
import MapRuntime

extension EmbeddedSystem {
  /// Number series that a new company begins with.
  static let series = [
    "Customer": "CUST00001", "Vendor": "VEND00001", "Contact": "CT000001", "Item": "ITEM00001",
    "Resource": "RES00001", "Opportunity": "OP000001", "Sales Header": "S-00001",
    "Sales Invoice Header": "PSI-00001", "Price List Header": "PL00001",
  ]

  /// Makes a company of BC, with number series for its tables; the same one if it is there.
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
    for table in schema.tables {
      guard table.columns.contains(where: { $0.field.default == .numberSeries }),
        let first = EmbeddedSystem.series[table.name]
      else { continue }
      try setNumberSeries(of: table.name, first: first, company: company.number)
    }
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
            id: StatementRow.guid(select.handle, 1) ?? .zero,
            name: StatementRow.text(select.handle, 2) ?? ""))
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
