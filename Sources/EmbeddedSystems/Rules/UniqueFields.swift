import MapRuntime

/// What Sales takes only once beside the ids: its own refusals, as Dataverse's error codes name them.
/// Texts count without case, and a record that leaves one of the fields empty stands in nobody's way.
struct UniqueFields: SystemRule {
  private static let byTable: [String: [String]] = [
    // DuplicateProductPriceLevel: "This product and unit combination has a price for this price
    // list." (scenario PRC-012)
    "productpricelevel": ["pricelevelid", "productid", "uomid"],
    // ProductProductNumberExists: "The specified product ID conflicts with the product ID of an
    // existing record."
    "product": ["productnumber"],
    // DuplicateIsoCurrencyCode: "Currency with the same currency code already exist in the system."
    "transactioncurrency": ["isocurrencycode"],
    // "Unit names should be unique within the unit group but not across the system."
    "uom": ["uomscheduleid", "name"],
  ]

  /// The columns of a table whose values together stand once; nil where that is not so, or the table
  /// leaves one of them out.
  static func columns(of table: TableLayout) -> [Int]? {
    guard table.side == .sales, let fields = byTable[table.name] else { return nil }
    let columns = fields.compactMap(table.column).filter { table.columns[$0].isStored }
    return columns.count == fields.count ? columns : nil
  }

  func concerns(_ table: TableLayout) -> Bool { Self.columns(of: table) != nil }

  func concerns(_ table: TableLayout, writing columns: Set<Int>, isNew: Bool) -> Bool {
    isNew || Self.columns(of: table)?.contains(where: columns.contains) == true
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard let columns = Self.columns(of: change.table), let values = change.after,
      columns.contains(where: { values[$0] != change.before?[$0] }),
      columns.allSatisfy({ !values[$0].isEmpty }),
      let other = try session.twin(of: change.id, in: change.table, columns, values)
    else { return }
    let fields = try columns.map { column in
      "\(change.table.columns[column].name) '\(try session.label(of: values[column]))'"
    }
    var sentence =
      "\(change.table.name): there is one with \(Self.listed(fields)) already"
    if let name = try session.values(of: change.table, other).flatMap(change.table.nameOf),
      !fields.contains(where: { $0.hasSuffix("'\(name)'") })
    {
      sentence += ", '\(name)'"
    }
    throw Refusal(sentence)
  }

  private static func listed(_ fields: [String]) -> String {
    guard let last = fields.last, fields.count > 1 else { return fields.joined() }
    return fields.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// Records that hold the same, and how people know them.
extension WriteSession {
  /// Another record with the same values in some columns, texts without case.
  func twin(
    of id: Guid, in table: TableLayout, _ columns: [Int], _ values: [Value]
  ) throws -> Guid? {
    let tests = columns.enumerated().map { index, column in
      "\(table.columns[column].caselessSQL) = ?\(index + 2)"
    }
    let select = try RowStatement(
      "SELECT \"$id\" FROM \(table.sqlName) WHERE \(tests.joined(separator: " AND "))"
        + " AND \"$id\" <> ?1 LIMIT 1", on: db)
    select.bind(id, at: 1)
    for (index, column) in columns.enumerated() {
      select.bind(values[column], at: Int32(index + 2))
    }
    defer { select.reset() }
    return try select.step() ? StatementRow.guid(select.handle, 0) : nil
  }

  /// A value as people know it: a record by its label.
  func label(of value: Value) throws -> String {
    guard case .lookup(let lookup) = value, let table = schema[lookup.table],
      let label = try values(of: table, lookup.id).flatMap(table.label)
    else { return value.description }
    return label
  }
}

extension TableLayout {
  /// The name of a Sales record.
  func nameOf(_ values: [Value]) -> String? {
    ["name", "fullname"].lazy.compactMap { self.column($0).flatMap { values[$0].text } }.first
  }

  /// What people call a Sales record: its name, or else its first text.
  func label(_ values: [Value]) -> String? {
    nameOf(values) ?? values.lazy.compactMap(\.text).first
  }
}

extension ColumnLayout {
  /// The column as texts without case compare and are indexed by.
  var caselessSQL: String {
    switch field.type {
    case .text, .memo, .code: "\(column) COLLATE \(TextCollations.caseless)"
    default: column
    }
  }
}
