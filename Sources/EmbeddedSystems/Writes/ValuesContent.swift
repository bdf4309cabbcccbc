import MapRuntime

/// Values by column as a row.
struct ValuesContent: RowContent {
  let values: [Value]

  func write(to row: inout some RecordWriter) {
    for (column, value) in values.enumerated() {
      switch value {
      case .empty: row.write(nil as String?, column)
      case .text(let text): row.write(text, column)
      case .integer(let number): row.write(number, column)
      case .decimal(let number): row.write(number, column)
      case .boolean(let truth): row.write(truth, column)
      case .date(let date): row.write(date, column)
      case .dateTime(let moment): row.write(moment, column)
      case .guid(let id): row.write(id, column)
      case .option(let option): row.write(option, column)
      case .lookup(let lookup): row.write(lookup, column)
      }
    }
  }
}
