import EmbeddedSystems
import MapRuntime
import MapSync

import class GRDB.Database

/// What an embedded BC tells of its orders, and the walls of an embedded Sales (R F-14 to F-18).
extension EmbeddedStore {
  public func happenings(
    of table: RecordTable, since mark: ChangeMark?, limit: Int
  ) async throws(StoreFailure) -> HappeningPage {
    let since = try version(of: mark)
    guard let feed = HappeningFeed(self) else {
      return HappeningPage(happenings: [], next: try await self.mark(of: table), hasMore: false)
    }
    return try read { db in
      let found = try feed.events(since: since, limit: limit, db)
      return HappeningPage(
        happenings: try feed.named(found.events, db), open: found.open,
        next: ChangeMark(String(try found.end ?? Self.lastVersion(db))), hasMore: found.end != nil)
    }
  }

  public func write(_ posts: [NewPost]) async throws(StoreFailure) -> [WriteResult] {
    let layout = try self.table(WallTables.posts)
    let there = Set(
      try await rows(of: layout.name, [WallTables.text], ids: posts.map(\.id)).map(\.id))
    let deleted = try deletedRows(posts.map(\.id), from: layout.name)
    return try write { session in
      let faults = WriteFaults(session, of: system, layout.name)
      for table in Set(posts.map(\.about.table)).sorted() { try session.switchOnWall(of: table) }
      return try posts.map { post in
        guard !there.contains(post.id) else { return .stale }
        guard !deleted.contains(post.id) else { return .missing }
        return try faults.attempt(post.id) {
          try session.insert(post.id, WallTables.post(post.text, about: post.about), in: layout)
        }
      }
    }
  }
}

/// Orders that are released, shipments and invoices, in the order in which they changed last.
private struct HappeningFeed {
  /// Something that happened, as its row says it.
  struct Event {
    let event: TimelineEvent
    let id: Guid
    let version: Int64
    let order: String
    let made: String?
    let customer: String?
  }

  private static let order = OptionValue(1)
  private static let released = OptionValue(1)

  private let headers: ChangedRows
  private let shipments: ChangedRows
  private let invoices: ChangedRows
  private let customers: ChangedRows

  /// Nil for a system without sales documents.
  init?(_ store: EmbeddedStore) {
    func rows(_ table: String, _ fields: [String]) -> ChangedRows? {
      store.system.schema[table].flatMap {
        ChangedRows($0, fields, company: store.companyTest($0))
      }
    }
    guard
      let headers = rows(
        "Sales Header", ["No.", "Document Type", "Status", "Sell-to Customer No."]),
      let shipments = rows("Sales Shipment Header", ["No.", "Order No.", "Sell-to Customer No."]),
      let invoices = rows("Sales Invoice Header", ["No.", "Order No.", "Sell-to Customer No."]),
      let customers = rows("Customer", ["No."])
    else { return nil }
    self.headers = headers
    self.shipments = shipments
    self.invoices = invoices
    self.customers = customers
  }

  /// What happened after a version, and which orders are open, up to where the first table was not read
  /// to its end; nil where all were.
  func events(
    since version: Int64, limit: Int, _ db: Database
  ) throws -> (events: [Event], open: [Guid], end: Int64?) {
    var end: Int64?
    func read(_ rows: ChangedRows) throws -> [ChangedRows.Row] {
      let found = try rows.rows(since: version, limit: limit, db)
      if found.count == limit, let last = found.last {
        end = min(end ?? .max, last.version.number)
      }
      return found
    }
    let orders = try read(headers).filter { $0.values[1] == .option(Self.order) }
    var events = orders.compactMap { row -> Event? in
      guard row.values[2] == .option(Self.released) else { return nil }
      return event(.released, row, order: row.values[0], made: nil, customer: row.values[3])
    }
    for (event, rows) in [(TimelineEvent.shipped, shipments), (.invoiced, invoices)] {
      events += try read(rows).compactMap { row in
        self.event(
          event, row, order: row.values[1], made: row.values[0].text, customer: row.values[2])
      }
    }
    if let end { events.removeAll { $0.version > end } }
    let open = orders.filter { row in
      row.values[2] != .option(Self.released) && end.map { row.version.number <= $0 } ?? true
    }
    return (events.sorted { $0.version < $1.version }, open.map(\.id), end)
  }

  private func event(
    _ event: TimelineEvent, _ row: ChangedRows.Row, order: Value, made: String?, customer: Value
  ) -> Event? {
    guard let order = order.text, !order.isEmpty else { return nil }
    return Event(
      event: event, id: row.id, version: row.version.number, order: order, made: made,
      customer: customer.text)
  }

  func named(_ events: [Event], _ db: Database) throws -> [DocumentHappening] {
    var orders: [String: Guid] = [:]
    for row in try headers.rows(named: Set(events.map(\.order)), db)
    where row.values[1] == .option(Self.order) {
      if let number = row.values[0].text { orders[number] = row.id }
    }
    var parties: [String: Guid] = [:]
    for row in try customers.rows(named: Set(events.compactMap(\.customer)), db) {
      if let number = row.values[0].text { parties[number] = row.id }
    }
    return events.map { event in
      DocumentHappening(
        id: event.id, event: event.event, document: orders[event.order],
        key: RecordKey.of([Self.order.description, event.order]), number: event.order,
        made: event.made,
        party: event.customer.flatMap { parties[$0] }, partyTable: "Customer")
    }
  }
}
