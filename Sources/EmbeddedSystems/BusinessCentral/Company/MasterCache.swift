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
  /// What is known of the records of a table.
  private final class Known {
    /// By key.
    var found: [String: Sought] = [:]
    /// By key: what lines take of those that can be sold.
    var sold: [String: SoldCard] = [:]
    /// By a value that several have.
    var lists: [String: [MasterRecord]] = [:]
    var hasAllLists = false
  }
  private var known: [ObjectIdentifier: Known] = [:]
  /// What VAT two groups come to, by their codes.
  private var vats: [String: LineVAT] = [:]
  private(set) var setup: CompanySetup?
  /// The tables that were written in this transaction, in their order; one that was written several
  /// times in a row stands here once.
  private(set) var written: [TableLayout] = []

  /// What was looked for: there may be none.
  struct Sought {
    let record: MasterRecord?
  }

  init(company: Int64) { self.company = company }

  private func known(of table: TableLayout) -> Known {
    if let known = known[ObjectIdentifier(table)] { return known }
    let new = Known()
    known[ObjectIdentifier(table)] = new
    return new
  }

  /// What is known of a record by the values of its key; nil where nobody asked yet.
  func sought(_ table: TableLayout, _ key: String) -> Sought? {
    known[ObjectIdentifier(table)]?.found[key]
  }

  func keep(_ record: MasterRecord?, _ table: TableLayout, _ key: String) {
    known(of: table).found[key] = Sought(record: record)
  }

  func sold(_ table: TableLayout, _ number: String) -> SoldCard? {
    known[ObjectIdentifier(table)]?.sold[number]
  }

  func keep(_ card: SoldCard, _ table: TableLayout, _ number: String) {
    known(of: table).sold[number] = card
  }

  func list(_ table: TableLayout, _ key: String) -> [MasterRecord]? {
    known[ObjectIdentifier(table)]?.lists[key]
  }

  func keep(_ records: [MasterRecord], _ table: TableLayout, _ key: String) {
    known(of: table).lists[key] = records
  }

  /// All lists of a table, by key; nil where they were not read yet.
  func lists(_ table: TableLayout) -> [String: [MasterRecord]]? {
    guard let known = known[ObjectIdentifier(table)], known.hasAllLists else { return nil }
    return known.lists
  }

  func keep(all records: [String: [MasterRecord]], _ table: TableLayout) {
    known(of: table).lists = records
    known(of: table).hasAllLists = true
  }

  func vat(_ groups: String) -> LineVAT? { vats[groups] }

  func keep(_ vat: LineVAT, _ groups: String) { vats[groups] = vat }

  func keep(_ setup: CompanySetup) { self.setup = setup }

  /// A record of a table was written.
  func forget(_ table: TableLayout) {
    if written.last !== table { written.append(table) }
    drop(table)
  }

  /// What was written since then is undone: what was looked up meanwhile of these tables may be what
  /// is not there any more.
  func forget(writtenAfter count: Int) {
    // The last one before may have been written again.
    for table in written.dropFirst(max(0, count - 1)) { drop(table) }
  }

  /// A transaction begins.
  func begin() { written = [] }

  private func drop(_ table: TableLayout) {
    // Nothing else is worked out of a table of which no record was read.
    guard known.removeValue(forKey: ObjectIdentifier(table)) != nil else { return }
    if CompanySetup.tables.contains(table.name) { setup = nil }
    if table.name == CompanyData.vatTable { vats = [:] }
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
