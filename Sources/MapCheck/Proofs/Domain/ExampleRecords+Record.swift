import MapLanguage
import MapRuntime
import MapSource

extension ExampleRecords {
  /// A record of one side in its author's words, its fields in the order of the table.
  static func fields(_ record: [Int: Value], of table: Table) -> [FieldValue] {
    record.keys.sorted().map { place in
      FieldValue(
        table.fields[place].name.value,
        WrittenValue.text(record[place] ?? .empty, of: table.fields[place]))
    }
  }

  /// Puts records of one side in.
  mutating func set(_ record: [Int: Value], of table: Table) {
    let fields = Self.fields(record, of: table)
    if table.side == .bc { bc = fields } else { sales = fields }
  }
}
