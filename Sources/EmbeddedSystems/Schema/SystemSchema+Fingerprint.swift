import MapRuntime

extension SystemSchema {
  /// The version of what a file gets from a schema; grows when `SchemaWriter` writes other things
  /// for the same tables.
  private static let writer = 3

  /// A number that differs where a file needs other tables, columns, indexes or options; the same
  /// in every process.
  var fingerprint: Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      // No byte of UTF-8, so that 'a', 'b' is not 'ab'.
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    add(String(SystemSchema.writer))
    for table in tables {
      add(table.name)
      for key in table.key { add(table.keySQL(key)) }
      for column in table.columns {
        for line in column.definitions(on: table.side) { add(line) }
        for option in column.field.options { add("\(option.name) \(option.value)") }
      }
      for dependent in dependents(of: table.name) {
        add(dependent.table)
        for pair in dependent.pairs { add("\(pair.theirs) \(pair.own)") }
        add(dependent.validFrom.map(String.init) ?? "")
        for day in dependent.days.sorted() { add(String(day)) }
      }
    }
    return Int64(bitPattern: hash)
  }
}
