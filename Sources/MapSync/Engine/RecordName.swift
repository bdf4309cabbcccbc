import MapRuntime

/// How people know a record.
package enum RecordName {
  /// The Sales fields that name a record, the best first.
  package static let fields = [
    "name", "fullname", "accountnumber", "productnumber", "ordernumber", "quotenumber",
    "invoicenumber", "isocurrencycode", "domainname", "lastname", "$label",
  ]

  /// The BC key; of a Sales record its name or number, else its id.
  package static func of<Record: TableRecord>(_ record: Record, id: Guid) -> String {
    let key = record.key
    guard key.isEmpty else { return RecordKey.shown(key) }
    let values = RecordValues(of: record)
    for name in fields {
      if let column = Record.table.column(name), !values[column].isEmpty {
        return values[column].description
      }
    }
    return id.description
  }
}
