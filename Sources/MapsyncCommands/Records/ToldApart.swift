import MapRuntime
import MapSync

/// Records that one text can mean, each by a name that means no other of them.
struct ToldApart {
  /// One of them.
  struct Record {
    let table: String
    let id: Guid
    /// Its key, or its numbers and names, the best first.
    let names: [String]
  }

  let records: [Record]

  /// Each as a person can type it, with its table; what tells it from the others is not always what it
  /// is called. Where nothing does but its id, with that.
  var names: [String] {
    records.map { record in
      let others = records.filter { $0.table == record.table && $0.id != record.id }
      let taken = Set(others.flatMap(\.names))
      let own = record.names.first { !taken.contains($0) }
      let name = "\(record.table):\(own ?? record.id.description)"
      guard let called = record.names.first, called != own else { return name }
      return "\(name) ('\(called)')"
    }
  }
}

extension ToldApart {
  /// What people call a record: in Business Central by its key, with options by name; in Sales by its
  /// numbers and names, the best first.
  static func names(of fields: [String: Value], _ table: TableDescription) -> [String] {
    guard table.side == .sales else {
      return [WrittenKey.shown(RecordKey.of(table.key.map { fields[$0] ?? .empty }), of: table)]
    }
    return RecordName.ownFields(of: table).compactMap { fields[$0] }.filter { !$0.isEmpty }
      .map(\.description)
  }

  /// Records of mappings.
  init(_ found: [RecordFacts], _ integration: Integration) async throws(StoreFailure) {
    var records: [Record] = []
    for facts in found {
      var names = [facts.name].filter { Guid(parsing: $0) == nil }
      if facts.side == .sales, let table = integration.table(.sales, facts.table) {
        let fields = RecordName.ownFields(of: table)
        let rows =
          fields.isEmpty
          ? [] : try await integration.sales.rows(of: table.name, fields, ids: [facts.id])
        let values = rows.flatMap(\.values).filter { !$0.isEmpty }.map(\.description)
        names += values.filter { !names.contains($0) }
      }
      records.append(Record(table: facts.table, id: facts.id, names: names))
    }
    self.init(records: records)
  }
}
