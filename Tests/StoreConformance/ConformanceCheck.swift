import MapRuntime
import MapSync

/// One promise of the store protocol.
public struct ConformanceCheck: Sendable {
  public let name: String
  let run: @Sendable (any SystemStore, inout Expectations) async throws -> Void
}

/// What a check found.
public struct Expectations: Sendable {
  public private(set) var failures: [String] = []

  mutating func that(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { failures.append(message()) }
  }

  mutating func equal<Element: Equatable>(_ found: Element, _ wanted: Element, _ what: String) {
    that(found == wanted, "\(what): \(found), not \(wanted)")
  }
}

/// The promises of `SystemStore`, written once for every store.
public enum Conformance {
  /// What a store must hold to be checked.
  public static let tables = [AccountRecord.description]

  public static let checks =
    WritingChecks.all + ChangeChecks.all + ReadingChecks.all

  /// Runs every check in a store of its own, and prints what it ran and skipped.
  /// - Returns: what does not hold.
  public static func run(
    skipping: Set<String> = [], _ makeStore: @Sendable () async throws -> any SystemStore
  ) async -> [String] {
    var failures: [String] = []
    var ran = 0
    for check in checks {
      guard !skipping.contains(check.name) else {
        print("skipped: \(check.name)")
        continue
      }
      var expectations = Expectations()
      do {
        try await check.run(makeStore(), &expectations)
      } catch {
        expectations.that(false, "\(error)")
      }
      ran += 1
      print("\(expectations.failures.isEmpty ? "holds" : "FAILS"): \(check.name)")
      failures += expectations.failures.map { "\(check.name): \($0)" }
    }
    print("\(ran) promises ran, \(checks.count - ran) skipped")
    return failures
  }
}

extension SystemStore {
  /// Creates accounts with all of their columns, under time-ordered ids.
  func createAccounts(_ records: [AccountRecord], from first: UInt64 = 1) async throws -> [Guid] {
    let ids = records.indices.map { Guid(high: 7, low: first + UInt64($0)) }
    let results = try await create(
      zip(ids, records).map {
        NewRecord(id: $0, record: $1, columns: .all(AccountRecord.table.columns.count))
      })
    for result in results {
      guard case .written = result else { throw StoreFailure.unusable("\(result)") }
    }
    return ids
  }

  func account(_ id: Guid) async throws -> StoredRecord<AccountRecord>? {
    try await records(AccountRecord.self, ids: [id]).first
  }

  /// Everything that changed after a mark, page by page.
  func allChanges(
    since mark: ChangeMark?, limit: Int
  ) async throws -> (records: [StoredRecord<AccountRecord>], deleted: [Guid], next: ChangeMark) {
    var records: [StoredRecord<AccountRecord>] = []
    var deleted: [Guid] = []
    var mark = mark
    while true {
      let page = try await changes(AccountRecord.self, since: mark, .all, limit: limit)
      records += page.records
      deleted += page.deleted
      mark = page.next
      if !page.hasMore { return (records, deleted, page.next) }
    }
  }
}
