import MapRuntime

extension EmbeddedSystem {
  /// How records of a type are written with some of their columns.
  /// - Parameters:
  ///   - unvalidated: columns whose references nobody looks up.
  ///   - order: the columns in the order in which a document assigns them; those that are left out
  ///     follow.
  public func plan<Record: TableRecord>(
    _ type: Record.Type, _ columns: FieldSet, unvalidated: FieldSet = FieldSet(),
    order: [Int] = [], isNew: Bool, stampsCompany: Bool, by author: Author
  ) throws(SystemFailure) -> WritePlan {
    let table = try schema.table(Record.table.name)
    return plans.plan(
      .record(
        ObjectIdentifier(type), columns, unvalidated: unvalidated, order: order, isNew: isNew,
        stampsCompany: stampsCompany, author)
    ) {
      WritePlan(
        table, Record.table.columns.map(\.name),
        written: Record.table.columns.indices.map(columns.contains),
        validated: Record.table.columns.indices.map { !unvalidated.contains($0) }, isNew: isNew,
        stampsCompany: stampsCompany, author: author, schema: schema, order: order)
    }
  }

  /// How the given fields are written, and their values in that order.
  func plan(
    _ table: TableLayout, _ fields: [String: Value], isNew: Bool, by author: Author
  ) -> (WritePlan, ValuesContent) {
    let given = fields.sorted { $0.key < $1.key }
    let names = given.map(\.key)
    let plan = plans.plan(.fields(table.name, names, isNew: isNew, author)) {
      WritePlan(
        table, names, written: names.map { _ in true }, validated: names.map { _ in true },
        isNew: isNew, stampsCompany: false, author: author, schema: schema)
    }
    return (plan, ValuesContent(values: given.map(\.value)))
  }

  /// How a record is written together with columns that the system itself works out.
  func plan(_ plan: WritePlan, and worked: [Int], isNew: Bool) -> WritePlan {
    plans.plan(.worked(ObjectIdentifier(plan), isNew: isNew)) {
      WritePlan(plan, and: worked, isNew: isNew, schema: schema)
    }
  }

  /// How all fields of a table are read.
  func columns(of table: TableLayout) -> ReadColumns { plans.columns(table) }

  /// What a new record has where nobody says it.
  func standard(
    of column: ColumnLayout, _ table: TableLayout, in session: WriteSession
  ) throws -> Value {
    if case .value(let value) = column.field.default { return value }
    if column.name == table.description.roles.owner { return try session.setting("owner") }
    switch column.name {
    case "transactioncurrencyid": return try session.setting("currency")
    case "createdby": return try session.setting("user")
    default: break
    }
    if table.side == .sales, column.field.isRequired { return try first(column, in: session) }
    return blank(column, table)
  }

  /// What a field begins with that Sales requires and fills: no, nothing yet, the first option; the
  /// unit that every user and team is in, and who made it.
  private func first(_ column: ColumnLayout, in session: WriteSession) throws -> Value {
    switch column.field.type {
    case .boolean: return .boolean(false)
    case .integer: return .integer(0)
    case .option: return .of(column.field.options.first.map { OptionValue($0.value) })
    default: break
    }
    switch column.name {
    case "businessunitid": return .lookup(Lookup(table: "businessunit", id: Self.rootUnit))
    case "administratorid": return try session.setting("user")
    default: return .empty
    }
  }

  /// The business unit that every organization begins with; it has no table here.
  static let rootUnit = Guid(high: 1, low: 1)

  private func blank(_ column: ColumnLayout, _ table: TableLayout) -> Value {
    switch ColumnLayout.blank(column.field.type, on: table.side) {
    case nil: .empty
    case "''": .text("")
    case "0": .integer(0)
    default: .decimal(.zero)
    }
  }
}
