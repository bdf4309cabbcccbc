import MapRuntime

/// Records of an embedded system with their fields.
struct RecordAnswer: Encodable {
  struct Record: Encodable {
    let id: String
    let fields: [String: String]
  }

  let version = 1
  let table: String
  /// More records than are shown.
  let count: Int
  let records: [Record]
  private let titles: [String]

  private enum CodingKeys: CodingKey {
    case version, table, count, records
  }

  /// - Parameter titles: The fields of the table for people; nil chooses those that say most.
  init(
    _ table: TableDescription, count: Int, _ records: [(Guid, [String: Value])],
    titles: [String]? = nil
  ) {
    self.table = table.name
    self.count = count
    self.records = records.map { id, fields in
      var shown: [String: String] = [:]
      for (name, value) in fields { shown[name] = ShownValue.of(value, table.field(name)) }
      return Record(id: id.description, fields: shown)
    }
    let used = Set(self.records.flatMap { $0.fields.filter { !$0.value.isEmpty }.keys })
    let plain = table.fields.filter { field in
      used.contains(field.name) && field.type != .guid && field.type != .lookup
        && field.access == .readWrite
    }.map(\.name)
    let key = table.side == .bc ? table.key : []
    self.titles = titles ?? Array((key + plain.filter { !key.contains($0) }).prefix(6))
  }

  /// One record in full, a field a line.
  var detail: String {
    records.map { record in
      var table = TextTable([.text("FIELD"), .text("VALUE")])
      table.add(["id", record.id])
      for (name, value) in record.fields.sorted(by: { $0.key < $1.key }) {
        table.add([name, value])
      }
      return table.text
    }.joined(separator: "\n")
  }

  var text: String {
    guard !records.isEmpty else { return "\(table) has no such records\n" }
    var lines = TextTable([.text("id")] + titles.map { .text($0) })
    for record in records { lines.add([record.id] + titles.map { record.fields[$0] ?? "" }) }
    let more = count - records.count
    return lines.text + (more > 0 ? "and \(Numbers.text(more)) more\n" : "")
  }
}
