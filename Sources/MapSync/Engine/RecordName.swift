import MapRuntime

/// How people know a record.
enum RecordName {
  /// The BC key; of a Sales record its name or number, else its id.
  static func of<Record: TableRecord>(_ record: Record, id: Guid) -> String {
    let key = record.key
    guard key.isEmpty else { return RecordKey.shown(key) }
    let values = RecordValues(of: record)
    for name in ["name", "fullname", "ordernumber", "quotenumber", "lastname", "$label"] {
      if let column = Record.table.column(name), !values[column].isEmpty {
        return values[column].description
      }
    }
    return id.description
  }
}
