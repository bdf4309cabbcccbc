import MapRuntime
import MapSync

/// What only stores of Sales promise: lookups by id, and a company that is a field.
enum SalesChecks {
  typealias Record = SampleRecord<InSales>

  static let all = [
    ConformanceCheck(name: "a lookup to a record that is not there is refused") {
      store, expect in
      let parent = try await store.createSamples([Record("parent")])[0]
      var child = Record("child")
      child.parent = Lookup(table: "account", id: parent)
      _ = try await store.createSamples([child, child], from: 10)
      _ = try await store.delete([parent], from: Record.table)
      let new = NewRecord(
        id: Guid(high: 8, low: 1), record: child,
        columns: .all(Record.table.columns.count))
      let result = try await store.create([new])[0]
      guard case .refused = result else { return expect.that(false, "\(result)") }
    },
    ConformanceCheck(name: "a company is stamped, set and cleared, and queries keep to it") {
      store, expect in
      let (own, other) = (Guid(high: 5, low: 1), Guid(high: 5, low: 2))
      let columns = FieldSet.all(Record.table.columns.count)
      let ids = (1...3).map { Guid(high: 4, low: UInt64($0)) }
      _ = try await store.create(
        zip(ids, [own, other, nil]).map {
          NewRecord(id: $0, record: Record("a"), columns: columns, company: $1)
        })
      func found(_ acceptsNone: Bool) async throws -> [Guid] {
        let query = RecordQuery(
          company: RecordQuery.Company(own, acceptsNone: acceptsNone))
        let records = try await store.records(Record.self, query, after: nil, limit: 10)
        expect.equal(
          try await store.count(Record.self, query), records.count, "count, \(acceptsNone)")
        return records.map(\.id)
      }
      expect.equal(try await found(false), [ids[0]], "own")
      expect.equal(try await found(true), [ids[0], ids[2]], "own or none")
      let mark = try await store.mark(of: Record.table)
      _ = try await store.setCompany(own, of: [ids[1]], in: Record.table)
      _ = try await store.setCompany(nil, of: [ids[0]], in: Record.table)
      expect.equal(try await found(false), [ids[1]], "set and cleared")
      expect.equal(
        Set(try await store.allChanges(Record.self, since: mark, limit: 10).records.map(\.id)),
        [ids[0], ids[1]], "changes")
      let gone = try await store.setCompany(own, of: [Guid(high: 9, low: 9)], in: Record.table)
      expect.equal(gone, [.missing], "unknown")
    },
  ]
}
