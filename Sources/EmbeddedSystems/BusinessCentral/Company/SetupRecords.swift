import GRDB
import MapRuntime

extension TableLayout {
  /// Whether a company has exactly one record of the table, as of BC's setup tables.
  var isSetup: Bool { side == .bc && description.key == ["Primary Key"] }
}

extension WriteSession {
  /// Adds the setup records that the company does not have yet, with what BC fills in.
  func addSetupRecords() throws {
    for table in schema.tables where table.isSetup {
      if try find(table.name, [:]).isEmpty { try create(table.name, [:], by: .system) }
    }
  }

  /// The fields of a setup record that is stated anew: what it does not say stays as it was. The
  /// record that was there makes room.
  func replacingSetup(
    _ table: TableLayout, _ fields: [String: Value]
  ) throws -> [String: Value] {
    guard let id = try find(table.name, [:]).first, let old = try values(of: table, id) else {
      return fields
    }
    let delete = try RowStatement("DELETE FROM \(table.sqlName) WHERE \"$id\" = ?1", on: db)
    delete.bind(id, at: 1)
    try delete.run()
    let stored = table.named(old).filter { name, _ in
      table.column(name).map { table.columns[$0].isStored } ?? false
    }
    return stored.merging(fields) { _, new in new }
  }
}
