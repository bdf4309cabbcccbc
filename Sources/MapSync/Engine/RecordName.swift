import MapRuntime

/// How people know a record.
package enum RecordName {
  /// The Sales fields that name a record, the best first; a document is known by its number.
  private static let usual = [
    "ordernumber", "quotenumber", "invoicenumber", "name", "fullname", "accountnumber",
    "productnumber", "isocurrencycode", "domainname", "lastname", "$label",
    "bcbi_name",
  ]

  /// The fields of a Sales table that may name a record, the best first: the one of which the table's
  /// file says so (`roles: { name: … }`), then those that usually do.
  package static func fields(of table: TableDescription?) -> [String] {
    guard let name = table?.roles.name else { return usual }
    return [name] + usual.filter { $0 != name }
  }

  /// The same, of those that the table has.
  package static func ownFields(of table: TableDescription) -> [String] {
    fields(of: table).filter { table.field($0) != nil }
  }

  /// The name among the values of a record's fields; nil where all of them are empty.
  package static func of(_ fields: [String: Value], _ table: TableDescription) -> String? {
    if table.side == .bc {
      let key = RecordKey.of(table.key.map { fields[$0] ?? .empty })
      return key.isEmpty ? nil : WrittenKey.shown(key, of: table)
    }
    return ownFields(of: table).lazy.compactMap { fields[$0] }.first { !$0.isEmpty }?.description
  }
}

extension Integration {
  /// How people know a record: of BC by its key with options by name, `Order,S-00001`; of Sales by its
  /// number or name, else its id.
  package func name<Record: TableRecord>(of record: Record, id: Guid) -> String {
    let key = record.key
    guard key.isEmpty else { return name(of: key, in: Record.table.name) }
    let values = RecordValues(of: record)
    for name in RecordName.fields(of: table(Record.table.side, Record.table.name)) {
      if let column = Record.table.column(name), !values[column].isEmpty {
        return values[column].description
      }
    }
    return id.description
  }

  /// The same of a BC record of which only the key is known.
  package func name(of key: String, in table: String) -> String {
    WrittenKey.shown(key, of: key.contains(RecordKey.separator) ? self.table(.bc, table) : nil)
  }
}
