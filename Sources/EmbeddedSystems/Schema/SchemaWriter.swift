import GRDB
import GRDBSQLite
import MapRuntime

/// Creates the tables of a file, and adds what newer descriptions have.
struct SchemaWriter {
  let schema: SystemSchema
  let path: String

  /// Whether a file has all of this schema, as its last writer noted.
  func isWritten(in db: Database) throws -> Bool {
    guard try !SystemFile.isBlank(db),
      try Int.fetchOne(db, sql: "PRAGMA user_version") == SystemFile.format
    else { return false }
    let noted = try RowStatement("SELECT value FROM \"$system\" WHERE name = 'schema'", on: db)
    defer { noted.reset() }
    return try noted.step() && sqlite3_column_int64(noted.handle, 0) == schema.fingerprint
  }

  func write(to db: Database) throws {
    try forgetOldOrders(in: db)
    for table in schema.tables {
      let found = try columns(of: table, in: db)
      if found.isEmpty { try create(table, in: db) } else { try extend(table, found, in: db) }
    }
    // An index may be on a table that comes later in the list.
    for table in schema.tables {
      try index(table, in: db)
      if let field = table.options { try fill(table, field, in: db) }
    }
    try days(in: db)
    try ownVersions(in: db)
    let note = try RowStatement("INSERT OR REPLACE INTO \"$system\" VALUES ('schema', ?1)", on: db)
    note.bind(schema.fingerprint, at: 1)
    try note.run()
  }

  /// Indexes by the orders of texts that an older program had: they are made again when asked for.
  private func forgetOldOrders(in db: Database) throws {
    let names = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'index'
        AND (sql LIKE '%COLLATE MAPSYNC_TEXT%' OR sql LIKE '%COLLATE MAPSYNC_CASELESS%')
        """)
    for name in names { try db.execute(sql: "DROP INDEX \(SQLName.quoted(name))") }
  }

  /// Rows that others read by their date are found by it when their day has come.
  private func days(in db: Database) throws {
    for (table, column) in schema.dated { try index(table, [table.columns[column].name], in: db) }
  }

  /// Files of older programs only say whether the integration wrote a record last; since then it is
  /// the version that it wrote.
  private func ownVersions(in db: Database) throws {
    let noted = try RowStatement("SELECT 1 FROM \"$system\" WHERE name = 'own-versions'", on: db)
    defer { noted.reset() }
    if try noted.step() { return }
    noted.reset()
    for table in schema.tables {
      try db.execute(
        sql: "UPDATE \(table.sqlName) SET \"$ours\" = \"$version\" WHERE \"$ours\" = 1")
    }
    try db.execute(sql: "INSERT INTO \"$system\" VALUES ('own-versions', 1)")
  }

  private func columns(of table: TableLayout, in db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [table.name])
    return Dictionary(rows.map { ($0["name"], $0["type"]) }) { first, _ in first }
  }

  private func create(_ table: TableLayout, in db: Database) throws {
    var lines = [
      "\"$id\" BLOB NOT NULL UNIQUE", "\"$version\" INTEGER NOT NULL",
      "\"$created\" INTEGER NOT NULL", "\"$modified\" INTEGER NOT NULL",
      "\"$ours\" INTEGER NOT NULL",
    ]
    if table.hasCompanies { lines.append("\"$company\" INTEGER NOT NULL") }
    lines += table.columns.flatMap { $0.definitions(on: table.side) }
    try db.execute(
      sql: "CREATE TABLE \(table.sqlName) (\(lines.joined(separator: ", "))) STRICT")
  }

  private func extend(
    _ table: TableLayout, _ found: [String: String], in db: Database
  ) throws {
    for column in table.columns where column.isStored {
      if let type = found[column.name] {
        let wanted = ColumnLayout.affinity(column.field.type)
        guard type == wanted else {
          throw SystemFailure.unusable(
            "'\(path)': field '\(column.name)' of '\(table.name)' has another type there;"
              + " start with a new file")
        }
      } else {
        for line in column.definitions(on: table.side) {
          try db.execute(sql: "ALTER TABLE \(table.sqlName) ADD COLUMN \(line)")
        }
      }
    }
  }

  private func index(_ table: TableLayout, in db: Database) throws {
    let version = SQLName.quoted(table.name + "$version")
    try db.execute(
      sql: "CREATE INDEX IF NOT EXISTS \(version) ON \(table.sqlName) (\"$version\")")
    if !table.key.isEmpty {
      let parts = table.key.map(table.keySQL).joined(separator: ", ")
      try db.execute(
        sql: """
          CREATE UNIQUE INDEX IF NOT EXISTS \(SQLName.quoted(table.name + "$key"))
          ON \(table.sqlName) ("$company", \(parts))
          """)
    }
    if let columns = UniqueFields.columns(of: table) {
      // Not unique itself: older files may hold what stands twice, and the rule says which.
      let parts = columns.map { table.columns[$0].caselessSQL }.joined(separator: ", ")
      try db.execute(
        sql: """
          CREATE INDEX IF NOT EXISTS \(SQLName.quoted(table.name + "$unique"))
          ON \(table.sqlName) (\(parts))
          """)
    }
    // Each new customer, and each of its people, asks whose contact there is.
    if table.name == BusinessRelation.table { try index(table, ["No."], in: db) }
    if let fields = BusinessTables.sought[table.name], table.side == .bc,
      fields.allSatisfy({ table.column($0) != nil })
    {
      for field in fields { try index(table, [field], in: db) }
    }
    for field in SalesTables.sought(in: table) { try index(table, [field], in: db) }
    for dependent in schema.dependents(of: table.name) {
      // The joined rows are found by their fields, the dependent records by theirs.
      try index(table, dependent.pairs.map { table.columns[$0.theirs].name }, in: db)
      if let other = schema[dependent.table] {
        try index(other, dependent.pairs.map(\.own), in: db)
      }
    }
  }

  /// An index by fields, unless the key's begins with them.
  private func index(_ table: TableLayout, _ fields: [String], in db: Database) throws {
    let key = table.key.prefix(fields.count).map { table.columns[$0].name }
    let columns = fields.compactMap { table.column($0).map { table.columns[$0] } }
    guard Set(key) != Set(fields), columns.allSatisfy(\.isStored) else { return }
    let company = table.hasCompanies ? ["\"$company\""] : []
    let name = SQLName.quoted(table.name + "$" + fields.joined(separator: "+"))
    try db.execute(
      sql: """
        CREATE INDEX IF NOT EXISTS \(name) ON \(table.sqlName)
        (\((company + columns.map(\.column)).joined(separator: ", ")))
        """)
  }

  /// The options of the description that the file does not have yet.
  private func fill(
    _ table: TableLayout, _ field: OptionTarget.Field, in db: Database
  ) throws {
    let options = schema[field.table]?.description.field(field.field)?.options ?? []
    for option in options {
      let insert = try RowStatement(
        """
        INSERT INTO \(table.sqlName) ("$id", "$version", "$created", "$modified", "$ours", "$label")
        SELECT ?1, value + 1, 0, 0, 0, ?2 FROM "$system" WHERE name = 'version'
        ON CONFLICT DO NOTHING
        """, on: db)
      insert.bind(Guid(option: OptionValue(option.value)), at: 1)
      insert.bind(option.name, at: 2)
      try insert.run()
      if db.changesCount > 0 {
        try db.execute(sql: "UPDATE \"$system\" SET value = value + 1 WHERE name = 'version'")
      }
    }
  }
}
