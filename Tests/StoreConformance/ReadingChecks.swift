import MapRuntime
import MapSync

enum ReadingChecks<Place: SampleSide> {
  typealias Record = SampleRecord<Place>

  static var all: [ConformanceCheck] {
    [
      ConformanceCheck(name: "records come in the order of ids, page by page") { store, expect in
        let ids = try await store.createSamples((0..<10).map { Record("a\($0)") })
        var found: [Guid] = []
        while true {
          let page = try await store.records(
            Record.self, .all, after: found.last, limit: 3)
          found += page.map(\.id)
          if page.count < 3 { break }
        }
        expect.equal(found, ids.sorted(), "ids")
      },
      ConformanceCheck(name: "a condition lets through exactly what holds") { store, expect in
        var samples = Samples<Place>(seed: 11)
        let records = (0..<200).map { _ in samples.record() }
        let ids = try await store.createSamples(records)
        for _ in 0..<300 {
          let condition = samples.condition()
          let wanted = zip(ids, records)
            .filter { condition.holds(RecordValues(of: $1.asStored), in: Record.table) }.map(\.0)
          let query = RecordQuery(condition)
          let found = try await store.records(Record.self, query, after: nil, limit: 1000)
          expect.equal(found.map(\.id), wanted.sorted(), "\(condition)")
          expect.equal(
            try await store.count(Record.self, query), wanted.count, "count of \(condition)")
          let changes = try await store.changes(
            Record.self, since: nil, query, limit: 1000)
          expect.that(
            Set(changes.records.map(\.id)).isSuperset(of: wanted), "changes of \(condition)")
        }
      },
      ConformanceCheck(name: "matching goes without case unless it is asked for") {
        store, expect in
        let ids = try await store.createSamples([
          Record("Ädatum", number: "a1"), Record("ädatum", number: "A1"),
          Record("other", number: "a1"),
        ])
        func match(_ isCaseSensitive: Bool) async throws -> [Guid] {
          try await store.records(
            Record.self,
            matching: [MatchColumn(0, isCaseSensitive: isCaseSensitive), MatchColumn(1)],
            values: [[.text("ÄDATUM"), .text("A1")], [.text("Ädatum"), .text("a1")]], .all
          ).map(\.id).sorted()
        }
        expect.equal(try await match(false), Array(ids[..<2]), "without case")
        expect.equal(try await match(true), [ids[0]], "with case")
      },
      ConformanceCheck(name: "a field that the table does not have is unknown") { store, expect in
        do {
          _ = try await store.count(
            Record.self, RecordQuery(RowCondition([.init("nothing", .empty)])))
          expect.that(false, "no failure")
        } catch {
          guard case .unknown = error as? StoreFailure else {
            return expect.that(false, "\(error)")
          }
        }
      },
    ]
  }
}
