import MapRuntime
import MapSync

/// The job that tells in Sales what happened to orders in BC: on the order's timeline that it was
/// released, shipped or invoiced, and on the wall of its account that it was invoiced (F21;
/// R F-14 to F-18).
///
/// A post's id follows from what it tells of, so that each thing is told once, whatever is killed and
/// however often it is looked at. An order that was seen open again is told again when it is released.
struct Timeline: Sendable {
  let mapping: BoundMapping
  let integration: Integration

  var job: DocumentJob { .timeline(of: mapping) }

  func run() async throws(StoreFailure) -> JobReport? {
    guard let told = mapping.document?.timeline, !told.isEmpty else { return nil }
    var record = ExchangeRecord(job, .toSales, integration)
    let table = mapping.table(.bc)
    var mark = try await integration.state.mark(job.name, .toSales)
    var hasMore = true
    while hasMore && !Task.isCancelled {
      let page = try await integration.bc.happenings(
        of: table, since: mark, limit: integration.bc.batchSize)
      hasMore = page.hasMore
      let posts = try await posts(page.happenings.filter { told.contains($0.event) })
      var counters = JobCounters()
      var events = try await reopened(page.open, told)
      var isWhole = true
      if !posts.isEmpty {
        let results = try await integration.sales.write(posts)
        integration.checkpoint(.afterWrite)
        for (post, result) in zip(posts, results) {
          switch result {
          case .written:
            counters.inserted += 1
            events.append(event(post))
          // Told already, maybe by a run that ended before it could note that.
          case .stale: if try await isUnnoted(post) { events.append(event(post)) }
          // Told already, and taken down.
          case .missing: continue
          // A post that Sales does not take is nobody's business (R F-17).
          case .refused: counters.failed += 1
          case .failed: isWhole = false
          }
        }
      }
      let move = isWhole ? MarkMove(from: mark, to: page.next) : nil
      try await record.page([], of: mapping.pair, counters, events, move)
      guard isWhole else { break }
      mark = page.next
    }
    return try await record.finish()
  }

  private func event(_ post: NewPost) -> HistoryEvent {
    HistoryEvent(
      at: integration.clock(), kind: .told, mapping: mapping.name, direction: .toSales,
      salesID: post.about.id, message: post.text)
  }

  /// What is told of it; nothing of a document that is gone or not coupled (R F-17).
  private func posts(
    _ happenings: [DocumentHappening]
  ) async throws(StoreFailure) -> [NewPost] {
    guard !happenings.isEmpty else { return [] }
    let orders = try await orders(of: happenings)
    let told = happenings.filter { orders[$0.key] != nil }
    let accounts = try await accounts(of: told.filter { $0.event == .invoiced })
    var posts: [NewPost] = []
    for happening in told {
      guard let order = orders[happening.key] else { continue }
      let about = Lookup(table: mapping.pair.sales, id: order)
      posts.append(
        NewPost(
          id: try await id(of: happening, order), about: about, text: happening.event.told))
      guard happening.event == .invoiced, let party = happening.party,
        let account = accounts[party], let invoice = happening.made
      else { continue }
      posts.append(
        NewPost(
          id: happening.id.told, about: account,
          text: "Order \(happening.number) was invoiced in Business Central: invoice \(invoice)."))
    }
    return posts
  }

  private func id(
    of happening: DocumentHappening, _ order: Guid
  ) async throws(StoreFailure) -> Guid {
    guard happening.event == .released else { return happening.id.copied }
    return happening.id.copied(
      after: try await releases(of: order).filter { $0.kind == .reopened }.count)
  }

  /// What is remembered of an order's releases, the latest first.
  private func releases(of order: Guid) async throws(StoreFailure) -> [HistoryEvent] {
    try await integration.state.history(.sales, order, limit: 1000).filter { event in
      event.mapping == mapping.name
        && (event.kind == .reopened
          || event.kind == .told && event.message == TimelineEvent.released.told)
    }
  }

  private func isUnnoted(_ post: NewPost) async throws(StoreFailure) -> Bool {
    guard post.text == TimelineEvent.released.told else { return false }
    return try await releases(of: post.about.id).first?.kind != .told
  }

  /// Orders that were told to be released and are open again, as events of their history.
  private func reopened(
    _ documents: [Guid], _ told: [TimelineEvent]
  ) async throws(StoreFailure) -> [HistoryEvent] {
    guard told.contains(.released), !documents.isEmpty else { return [] }
    var events: [HistoryEvent] = []
    for coupling in try await integration.state.couplings(mapping.pair, .bc, ids: documents) {
      guard let coupling,
        try await releases(of: coupling.salesID).first?.kind == .told
      else { continue }
      events.append(
        HistoryEvent(
          at: integration.clock(), kind: .reopened, mapping: mapping.name, direction: .toSales,
          salesID: coupling.salesID, message: "The order is open again in Business Central."))
    }
    return events
  }

  /// The Sales orders, by the keys of their documents. One that is gone is known by its key.
  private func orders(
    of happenings: [DocumentHappening]
  ) async throws(StoreFailure) -> [String: Guid] {
    var orders: [String: Guid] = [:]
    let there = happenings.filter { $0.document != nil }
    let byID = try await integration.state.couplings(
      mapping.pair, .bc, ids: there.compactMap(\.document))
    for (happening, coupling) in zip(there, byID) { orders[happening.key] = coupling?.salesID }
    let gone = Set(happenings.filter { $0.document == nil }.map(\.key)).sorted()
    guard !gone.isEmpty else { return orders }
    let byKey = try await integration.state.couplings(mapping.pair, keys: gone)
    for (key, coupling) in zip(gone, byKey) { orders[key] = coupling?.salesID }
    return orders
  }

  private func accounts(
    of happenings: [DocumentHappening]
  ) async throws(StoreFailure) -> [Guid: Lookup] {
    var accounts: [Guid: Lookup] = [:]
    guard let table = happenings.first?.partyTable else { return [:] }
    let parties = Set(happenings.compactMap(\.party)).sorted()
    let mappings = integration.mappings.filter { $0.pair.bc == table && $0.document == nil }
    for pair in Set(mappings.map(\.pair)) where !parties.isEmpty {
      for coupling in try await integration.state.couplings(pair, .bc, ids: parties) {
        guard let coupling else { continue }
        accounts[coupling.bcID] = Lookup(table: pair.sales, id: coupling.salesID)
      }
    }
    return accounts
  }
}

extension DocumentJob {
  /// Every seven minutes (R L-6).
  static func timeline(of mapping: BoundMapping) -> DocumentJob {
    DocumentJob(mapping, .timeline, every: 7 * 60)
  }

  /// Every five minutes (R L-6).
  static func notes(of mapping: BoundMapping) -> DocumentJob {
    DocumentJob(mapping, .notes, every: 5 * 60)
  }
}

extension TimelineEvent {
  /// What people read on the timeline (R F-14).
  fileprivate var told: String {
    switch self {
    case .released: "The order was released in Business Central."
    case .shipped: "A shipment of the order was posted in Business Central."
    case .invoiced: "An invoice of the order was posted in Business Central."
    }
  }
}
