import MapRuntime
import MapSync

enum WritingChecks {
  static let all = [
    ConformanceCheck(name: "a record comes back as it was created, by the integration") {
      store, expect in
      var record = AccountRecord("Ädatum", number: "1")
      record.credit = try DecimalValue(parsing: "-12.5")
      record.employees = .max
      record.type = OptionValue(3)
      record.since = DateTimeValue(milliseconds: -1)
      let ids = try await store.createAccounts([record])
      let stored = try await store.account(ids[0])
      expect.equal(stored?.record, record, "record")
      expect.equal(stored?.version.isOurs, true, "ours")
    },
    ConformanceCheck(name: "a batch has a result for each, in order; one refused keeps no other") {
      store, expect in
      let all = FieldSet.all(AccountRecord.table.columns.count)
      let results = try await store.create([
        NewRecord(id: Guid(high: 1, low: 1), record: AccountRecord("a"), columns: all),
        NewRecord(id: Guid(high: 1, low: 2), record: AccountRecord(nil), columns: all),
        NewRecord(
          id: Guid(high: 1, low: 3),
          record: AccountRecord("c", number: String(repeating: "9", count: 21)), columns: all),
        NewRecord(id: Guid(high: 1, low: 1), record: AccountRecord("d"), columns: all),
        NewRecord(id: Guid(high: 1, low: 5), record: AccountRecord("e"), columns: all),
      ])
      let isWritten = results.map { if case .written = $0 { true } else { false } }
      expect.equal(isWritten, [true, false, false, false, true], "written")
      if case .refused(let sentence) = results[1] {
        expect.that(sentence.contains("'name'"), "names no field: \(sentence)")
      } else {
        expect.that(false, "not refused: \(results[1])")
      }
      expect.equal(try await store.count(AccountRecord.self, .all), 2, "count")
    },
    ConformanceCheck(name: "an update is written only over the expected version") {
      store, expect in
      let id = try await store.createAccounts([AccountRecord("a", number: "1")])[0]
      guard let before = try await store.account(id) else { return }
      func update(_ name: String, _ id: Guid, _ version: Int64?) async throws -> WriteResult? {
        let change = RecordUpdate(
          id: id, record: AccountRecord(name), columns: FieldSet(bits: 1), expected: version)
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
      let after = try await store.account(id)
      expect.equal(after?.record, AccountRecord("b", number: "1"), "only its column")
      expect.equal(after?.version, version, "version")
      if case .written = try await update("d", id, nil) {
      } else {
        expect.that(false, "without a version")
      }
    },
    ConformanceCheck(name: "a deleted record is gone, and missing the second time") {
      store, expect in
      let id = try await store.createAccounts([AccountRecord("a")])[0]
      let results = try await store.delete([id, id], from: AccountRecord.table)
      if case .written = results[0] {} else { expect.that(false, "\(results[0])") }
      expect.equal(results[1], .missing, "again")
      expect.that(try await store.account(id) == nil, "still there")
    },
    ConformanceCheck(name: "a lookup to a record that is not there is refused") {
      store, expect in
      let parent = try await store.createAccounts([AccountRecord("parent")])[0]
      var child = AccountRecord("child")
      child.parent = Lookup(table: "account", id: parent)
      _ = try await store.createAccounts([child, child], from: 10)
      _ = try await store.delete([parent], from: AccountRecord.table)
      let new = NewRecord(
        id: Guid(high: 8, low: 1), record: child,
        columns: .all(AccountRecord.table.columns.count))
      let result = try await store.create([new])[0]
      guard case .refused = result else { return expect.that(false, "\(result)") }
    },
  ]
}
