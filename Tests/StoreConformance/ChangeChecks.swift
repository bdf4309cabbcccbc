import MapRuntime
import MapSync

enum ChangeChecks<Place: SampleSide> {
  typealias Record = SampleRecord<Place>

  static var all: [ConformanceCheck] {
    [
      ConformanceCheck(name: "changes come oldest first, each once, whatever the page") {
        store, expect in
        let ids = try await store.createSamples((0..<25).map { Record("a\($0)") })
        _ = try await store.update([
          RecordUpdate(
            id: ids[3], record: Record("b"), columns: FieldSet(bits: 1), expected: nil)
        ])
        for limit in [1, 7, 25, 100] {
          let found = try await store.allChanges(Record.self, since: nil, limit: limit)
          expect.equal(found.records.count, 25, "limit \(limit)")
          expect.equal(found.records.last?.id, ids[3], "last, limit \(limit)")
          expect.equal(Set(found.records.map(\.id)), Set(ids), "ids, limit \(limit)")
          let later = try await store.allChanges(Record.self, since: found.next, limit: limit)
          expect.that(later.records.isEmpty && later.deleted.isEmpty, "again, limit \(limit)")
        }
      },
      ConformanceCheck(name: "what changed after a mark comes, and deletions, and nothing else") {
        store, expect in
        let ids = try await store.createSamples((0..<5).map { Record("a\($0)") })
        let mark = try await store.mark(of: Record.table)
        _ = try await store.delete([ids[1]], from: Record.table)
        let new = try await store.createSamples([Record("new")], from: 100)
        for limit in [1, 10] {
          let found = try await store.allChanges(Record.self, since: mark, limit: limit)
          expect.equal(found.records.map(\.id), new, "records")
          expect.equal(found.deleted, [ids[1]], "deleted")
        }
        let asked = ids + new + [Guid(high: 9, low: 9)]
        let changed = try await store.changed(asked, of: Record.table, since: mark)
        expect.equal(changed, Set(new + [ids[1]]), "those of some ids")
        _ = try await store.createSamples([Record("back")], from: 2)
        let back = try await store.allChanges(Record.self, since: mark, limit: 10)
        expect.equal(back.deleted, [], "created again under its id")
      },
      ConformanceCheck(name: "an id of a deleted record is told from one that never was") {
        store, expect in
        let ids = try await store.createSamples([Record("a"), Record("b")])
        _ = try await store.delete([ids[0]], from: Record.table)
        let asked = ids + [Guid(high: 9, low: 9)]
        expect.equal(try await store.deleted(asked, from: Record.table), [ids[0]], "deleted")
        _ = try await store.createSamples([Record("back")])
        expect.equal(try await store.deleted(asked, from: Record.table), [], "there again")
      },
      ConformanceCheck(name: "marks never skip what others write between two pages") {
        store, expect in
        let ids = try await store.createSamples((0..<20).map { Record("a\($0)") })
        var mark: ChangeMark?
        var seen: [Guid: String] = [:]
        var random: UInt64 = 1
        for round in 0..<40 {
          let page = try await store.changes(Record.self, since: mark, .all, limit: 3)
          for record in page.records { seen[record.id] = record.record.name }
          mark = page.next
          random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let id = ids[Int(random >> 33) % ids.count]
          _ = try await store.update([
            RecordUpdate(
              id: id, record: Record("r\(round)"), columns: FieldSet(bits: 1), expected: nil)
          ])
        }
        for record in try await store.allChanges(Record.self, since: mark, limit: 5).records {
          seen[record.id] = record.record.name
        }
        for record in try await store.records(Record.self, ids: ids) {
          expect.equal(seen[record.id], record.record.name, "last state of \(record.id)")
        }
      },
    ]
  }
}
