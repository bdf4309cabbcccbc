import MapRuntime
import MapSync

enum WritingChecks<Place: SampleSide> {
  typealias Record = SampleRecord<Place>

  static var all: [ConformanceCheck] {
    [
      ConformanceCheck(name: "a record comes back as it was created, by the integration") {
        store, expect in
        var record = Record("Ädatum", number: "1")
        record.credit = try DecimalValue(parsing: "-12.5")
        record.employees = .max
        record.type = OptionValue(3)
        record.since = DateTimeValue(milliseconds: -1)
        let ids = try await store.createSamples([record])
        let stored = try await store.sample(Record.self, ids[0])
        expect.equal(stored?.record, record.asStored, "record")
        expect.equal(stored?.version.isOurs, true, "ours")
      },
      ConformanceCheck(name: "a batch has a result for each, in order; one refused keeps no other")
      {
        store, expect in
        let all = FieldSet.all(Record.table.columns.count)
        let results = try await store.create([
          NewRecord(id: Guid(high: 1, low: 1), record: Record("a"), columns: all),
          NewRecord(id: Guid(high: 1, low: 2), record: Record(nil), columns: all),
          NewRecord(
            id: Guid(high: 1, low: 3),
            record: Record("c", number: String(repeating: "9", count: 21)), columns: all),
          NewRecord(id: Guid(high: 1, low: 1), record: Record("d"), columns: all),
          NewRecord(id: Guid(high: 1, low: 5), record: Record("e"), columns: all),
        ])
        let isWritten = results.map { if case .written = $0 { true } else { false } }
        expect.equal(isWritten, [true, false, false, false, true], "written")
        if case .refused(let sentence) = results[1] {
          expect.that(sentence.contains("'name'"), "names no field: \(sentence)")
        } else {
          expect.that(false, "not refused: \(results[1])")
        }
        expect.equal(try await store.count(Record.self, .all), 2, "count")
      },
      ConformanceCheck(name: "an update is written only over the expected version") {
        store, expect in
        let id = try await store.createSamples([Record("a", number: "1")])[0]
        guard let before = try await store.sample(Record.self, id) else { return }
        func update(_ name: String, _ id: Guid, _ version: Int64?) async throws -> WriteResult? {
          let change = RecordUpdate(
            id: id, record: Record(name), columns: FieldSet(bits: 1), expected: version)
          let results = try await store.update([change])
          return results.first
        }
        let first = try await update("b", id, before.version.number)
        guard case .written(_, let version) = first else {
          return expect.that(false, "\(String(describing: first))")
        }
        expect.that(version != before.version, "same version")
        expect.equal(try await update("c", id, before.version.number), .stale, "second")
        expect.equal(
          try await update("c", Guid(high: 9, low: 9), before.version.number), .missing, "unknown")
        let after = try await store.sample(Record.self, id)
        expect.equal(after?.record, Record("b", number: "1").asStored, "only its column")
        expect.equal(after?.version, version, "version")
        if case .written = try await update("d", id, nil) {
        } else {
          expect.that(false, "without a version")
        }
      },
      ConformanceCheck(name: "a deleted record is gone, and missing the second time") {
        store, expect in
        let id = try await store.createSamples([Record("a")])[0]
        let results = try await store.delete([id, id], from: Record.table)
        if case .written = results[0] {} else { expect.that(false, "\(results[0])") }
        expect.equal(results[1], .missing, "again")
        expect.that(try await store.sample(Record.self, id) == nil, "still there")
      },
      ConformanceCheck(name: "a store of one side knows its side and how much it takes at a time") {
        store, expect in
        expect.equal(store.side, Place.side, "side")
        expect.that(store.batchSize > 0, "batch size")
        expect.equal(try await store.verify([Record.description]), [], "problems")
        let other = TableDescription(
          Place.side, "Nowhere", key: [], fields: [FieldDescription("name", .text(length: 1))])
        expect.equal(try await store.verify([other, other]).count, 2, "every problem")
      },
      ConformanceCheck(name: "records by the names of their fields: created, found, changed") {
        store, expect in
        let rows = [
          FieldRow(id: Guid(high: 3, low: 1), [.text("first"), .integer(5)]),
          FieldRow(id: Guid(high: 3, low: 2), [.empty, .integer(6)]),
        ]
        let fields = ["name", "numberofemployees"]
        let created = try await store.create(rows, fields, in: Place.table)
        if case .written = created[0] {} else { expect.that(false, "\(created[0])") }
        if case .refused = created[1] {} else { expect.that(false, "\(created[1])") }
        let changed = try await store.update(
          [
            FieldRow(id: Guid(high: 3, low: 1), [.integer(7)]),
            FieldRow(id: Guid(high: 3, low: 9), [.empty]),
          ],
          ["numberofemployees"], in: Place.table)
        if case .written = changed[0] {} else { expect.that(false, "\(changed[0])") }
        expect.equal(changed[1], .missing, "unknown")
        let found = try await store.rows(
          of: Place.table, ["numberofemployees"], matching: ["name"],
          values: [[.text("FIRST")], [.text("second")]])
        expect.equal(found, [FieldRow(id: Guid(high: 3, low: 1), [.integer(7)])], "found")
        let byID = try await store.rows(
          of: Place.table, ["name", "numberofemployees"],
          ids: [Guid(high: 3, low: 9), Guid(high: 3, low: 1)])
        expect.equal(
          byID, [FieldRow(id: Guid(high: 3, low: 1), [.text("first"), .integer(7)])], "by ids")
        let none = try await store.rows(of: Place.table, ["name"], ids: [])
        expect.equal(none, [], "no ids")
      },
    ]
  }
}
