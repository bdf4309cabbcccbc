import EmbeddedSystems
import MapRuntime
import MapSync

/// Records of an embedded system with their fields.
struct RecordAnswer: Encodable {
  struct Record: Encodable {
    let id: String
    let fields: [String: String]
    /// What a field holds that cannot be read.
    let damage: String?
    /// The fields as people read them: with the names of the records that they refer to.
    fileprivate let shown: [String: String]

    private enum CodingKeys: CodingKey { case id, fields, damage }
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

  /// - Parameters:
  ///   - unstored: The fields that only functions of the host compute.
  ///   - figures: What they computed of the records; what they did not is left out.
  ///   - names: What the records are called that these refer to.
  ///   - titles: The fields of the table for people; nil chooses those that say most.
  init(
    _ table: TableDescription, count: Int, _ records: [(Guid, LegibleRecord)],
    unstored: Set<String>, figures: [Guid: [String: Value]],
    names: ReferredNames = ReferredNames(), titles: [String]? = nil
  ) {
    self.table = table.name
    self.count = count
    self.records = records.map { id, record in
      var fields: [String: String] = [:]
      var shown: [String: String] = [:]
      let stored = record.fields.filter { !unstored.contains($0.key) }
      for (name, value) in stored.merging(figures[id] ?? [:], uniquingKeysWith: { $1 })
      where !value.isEmpty {
        fields[name] = ShownValue.of(value, table.field(name))
        shown[name] = ShownValue.of(value, table.field(name), names)
      }
      return Record(
        id: id.description, fields: fields, damage: record.damage, shown: shown)
    }
    let used = Set(self.records.flatMap { $0.fields.filter { !$0.value.isEmpty }.keys })
    let own = table.fields.filter { field in
      used.contains(field.name) && field.type != .guid && field.access == .readWrite
    }
    let plain = (own.filter { $0.type != .lookup } + own.filter { $0.type == .lookup }).map(\.name)
    let key = table.side == .bc ? table.key : []
    self.titles = titles ?? Array((key + plain.filter { !key.contains($0) }).prefix(6))
  }

  /// What cannot be read, a record a line; empty where all can.
  var damage: String {
    records.compactMap { record in
      record.damage.map { "mapsync: \(table) \(record.id): \($0)\n" }
    }.joined()
  }

  /// One record in full, a field a line.
  var detail: String {
    records.map { record in
      var table = TextTable([.word("FIELD"), .sentence("VALUE")])
      table.add(["id", record.id])
      for (name, value) in record.shown.sorted(by: { $0.key < $1.key }) {
        table.add([name, value])
      }
      return table.text
    }.joined(separator: "\n")
  }

  var text: String {
    guard !records.isEmpty else { return "\(table) has no such records\n" }
    var lines = TextTable(titles.map { .name($0) } + [.id("id")])
    for record in records { lines.add(titles.map { record.shown[$0] ?? "" } + [record.id]) }
    let more = count - records.count
    return lines.text + (more > 0 ? "and \(Numbers.text(more)) more\n" : "")
  }
}
