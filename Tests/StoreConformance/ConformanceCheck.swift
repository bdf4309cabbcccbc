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
  /// What a store of a side must hold to be checked.
  public static func tables<Place: SampleSide>(_ place: Place.Type) -> [TableDescription] {
    let company = TableDescription(
      .sales, "bcbi_company", key: ["bcbi_companyid"],
      fields: [FieldDescription("bcbi_name", .text(length: 30))])
    return [SampleRecord<Place>.description] + (Place.side == .sales ? [company] : [])
  }

  /// The companies that a store of Sales must hold.
  public static let companies = [Guid(high: 5, low: 1), Guid(high: 5, low: 2)]

  static func checks<Place: SampleSide>(_ place: Place.Type) -> [ConformanceCheck] {
    WritingChecks<Place>.all + ChangeChecks<Place>.all + ReadingChecks<Place>.all
      + (Place.side == .sales ? SalesChecks.all : [])
  }

  /// Runs every check in a store of its own, and prints what it ran and skipped.
  /// - Returns: what does not hold.
  public static func run<Place: SampleSide>(
    _ place: Place.Type, skipping: Set<String> = [],
    _ makeStore: @Sendable () async throws -> any SystemStore
  ) async -> [String] {
    var failures: [String] = []
    var ran = 0
    let checks = checks(place)
    for check in checks {
      guard !skipping.contains(check.name) else {
        print("skipped on \(Place.side.name): \(check.name)")
        continue
      }
      var expectations = Expectations()
      do {
        try await check.run(makeStore(), &expectations)
      } catch {
        expectations.that(false, "\(error)")
      }
      ran += 1
      let isKept = expectations.failures.isEmpty
      print("\(isKept ? "holds" : "FAILS") on \(Place.side.name): \(check.name)")
      failures += expectations.failures.map { "\(check.name): \($0)" }
    }
    print("\(Place.side.name): \(ran) promises ran, \(checks.count - ran) skipped")
    return failures
  }
}

extension SystemStore {
  /// Creates samples with all of their columns, under time-ordered ids.
  func createSamples<Place: SampleSide>(
    _ records: [SampleRecord<Place>], from first: UInt64 = 1
  ) async throws -> [Guid] {
    let ids = records.indices.map { Guid(high: 7, low: first + UInt64($0)) }
    let columns = FieldSet.all(SampleRecord<Place>.table.columns.count)
    let results = try await create(
      zip(ids, records).map { NewRecord(id: $0, record: $1, columns: columns) })
    for result in results {
      guard case .written = result else { throw StoreFailure.unusable("\(result)") }
    }
    return ids
  }

  func sample<Record: TableRecord>(
    _ type: Record.Type, _ id: Guid
  ) async throws -> StoredRecord<Record>? {
    try await records(type, ids: [id]).first
  }

  /// Everything that changed after a mark, page by page.
  func allChanges<Record: TableRecord>(
    _ type: Record.Type, since mark: ChangeMark?, limit: Int
  ) async throws -> (records: [StoredRecord<Record>], deleted: [Guid], next: ChangeMark) {
    var records: [StoredRecord<Record>] = []
    var deleted: [Guid] = []
    var mark = mark
    while true {
      let page = try await changes(type, since: mark, .all, limit: limit)
      records += page.records
      deleted += page.deleted
      mark = page.next
      if !page.hasMore { return (records, deleted, page.next) }
    }
  }
}
