import MapRuntime

extension TableLayout {
  /// A row's values by column of the table; what is damaged is empty.
  func values(_ row: StatementRow) -> [Value] {
    columns.indices.map { columns[$0].value(row, $0) }
  }
}

extension ColumnLayout {
  /// The field's value in a row that has it at a place.
  public func value(_ row: StatementRow, _ place: Int) -> Value {
    switch field.type {
    case .text, .code, .memo: .of(row.text(place))
    case .integer, .bigInteger: .of(row.integer(place))
    case .decimal, .money: .of(row.decimal(place))
    case .boolean: .of(row.boolean(place))
    case .date: .of(row.date(place))
    case .dateTime: .of(row.dateTime(place))
    case .guid: .of(row.guid(place))
    case .option: .of(row.option(place))
    case .lookup: .of(row.lookup(place))
    }
  }
}
