import MapRuntime

/// An account of 29 columns: texts, amounts, options, lookups.
struct WideAccount: TableRecord {
  static let texts = 18
  static let table = RecordTable(
    .sales, "account",
    (0..<texts).map { .init("text\($0)", .text(length: 100)) }
      + (0..<3).map { .init("amount\($0)", .money) } + (0..<4).map { .init("option\($0)", .option) }
      + (0..<4).map { .init("lookup\($0)", .lookup) })
  static let description = TableDescription(
    .sales, "account", key: ["accountid"],
    fields: [FieldDescription("accountid", .guid, access: .create, default: .system)]
      + table.columns.map { column in
        FieldDescription(
          column.name, column.type,
          options: column.type == .option ? [.init("A", 1), .init("B", 2)] : [],
          refersTo: column.type == .lookup ? [ReferenceDescription("account")] : [])
      })
  static let blank = WideAccount(texts: [], amount: nil, option: nil, lookup: nil)

  var texts: [String]
  var amount: DecimalValue?
  var option: OptionValue?
  var lookup: Lookup?

  init(texts: [String], amount: DecimalValue?, option: OptionValue?, lookup: Lookup?) {
    self.texts = texts
    self.amount = amount
    self.option = option
    self.lookup = lookup
  }

  init(reading row: borrowing some RecordReader) {
    var texts: [String] = []
    for column in 0..<Self.texts { texts.append(row.text(column) ?? "") }
    self.init(
      texts: texts, amount: row.decimal(18), option: row.option(21), lookup: row.lookup(25))
  }

  func write(to row: inout some RecordWriter) {
    for (column, text) in texts.enumerated() { row.write(text, column) }
    for column in 18..<21 { row.write(amount, column) }
    for column in 21..<25 { row.write(option, column) }
    for column in 25..<29 { row.write(lookup, column) }
  }

  func changes(from other: WideAccount) -> FieldSet { FieldSet() }
}
