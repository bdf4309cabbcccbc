import MapRuntime
import Synchronization

/// A record that documents are filled from.
struct MasterRecord: Sendable {
  let table: TableLayout
  let id: Guid
  let values: [Value]

  subscript(field: String) -> Value { table.column(field).map { values[$0] } ?? .empty }

  func text(_ field: String) -> String { self[field].blankText }
  func number(_ field: String) -> DecimalValue { self[field].decimal ?? .zero }
  func isTrue(_ field: String) -> Bool { self[field].boolean == true }
  func option(_ field: String) -> Int32 { self[field].option?.rawValue ?? 0 }
  func date(_ field: String) -> DateValue? { self[field].date }
}

/// What was read of customers, items, setups and prices of one company. It is kept from one
/// transaction to the next as long as nobody else wrote in between, and forgotten by table when one
/// is written.
final class MasterCache {
  let company: Int64
  /// By table and key.
  private var found: [String: [String: Sought]] = [:]
  private var lists: [String: [String: [MasterRecord]]] = [:]
  private(set) var setup: CompanySetup?
  /// The tables that were written in this transaction, in their order; one that was written several
  /// times in a row stands here once.
  private(set) var written: [String] = []

  /// What was looked for: there may be none.
  struct Sought {
    let record: MasterRecord?
  }

  init(company: Int64) { self.company = company }

  /// What is known of a record by the values of its key; nil where nobody asked yet.
  func sought(_ table: String, _ key: String) -> Sought? { found[table]?[key] }

  func keep(_ record: MasterRecord?, _ table: String, _ key: String) {
    found[table, default: [:]][key] = Sought(record: record)
  }

  func list(_ table: String, _ key: String) -> [MasterRecord]? { lists[table]?[key] }

  func keep(_ records: [MasterRecord], _ table: String, _ key: String) {
    lists[table, default: [:]][key] = records
  }

  /// Replaces all lists of a table, by key.
  func keep(all records: [String: [MasterRecord]], _ table: String) { lists[table] = records }

  func hasLists(_ table: String) -> Bool { lists[table] != nil }

  /// Whether any of a table's lists has a record.
  func hasAny(_ table: String) -> Bool { lists[table]?.isEmpty == false }

  func keep(_ setup: CompanySetup) { self.setup = setup }

  /// A record of a table was written.
  func forget(_ table: String) {
    if written.last != table { written.append(table) }
    drop(table)
  }

  /// What was written since then is undone: what was looked up meanwhile of these tables may be what
  /// is not there any more.
  func forget(writtenAfter count: Int) {
    // The last one before may have been written again.
    for table in Set(written.dropFirst(max(0, count - 1))) { drop(table) }
  }

  /// A transaction begins.
  func begin() { written = [] }

  private func drop(_ table: String) {
    found[table] = nil
    lists[table] = nil
    if CompanySetup.tables.contains(table) { setup = nil }
  }
}

/// The cache between transactions, with the version up to which it is right.
final class MasterShelf: Sendable {
  private let kept = Mutex<Kept?>(nil)

  /// Only one session has the cache at a time: it is taken off the shelf, and put back by who
  /// committed.
  private struct Kept: @unchecked Sendable {
    let cache: MasterCache
    let version: Int64
  }

  func take(company: Int64, version: Int64) -> MasterCache {
    let last = kept.withLock { kept in
      defer { kept = nil }
      return kept
    }
    guard let last, last.version == version, last.cache.company == company else {
      return MasterCache(company: company)
    }
    last.cache.begin()
    return last.cache
  }

  func putBack(_ cache: MasterCache, version: Int64) {
    let new = Kept(cache: cache, version: version)
    kept.withLock { $0 = new }
  }
}
