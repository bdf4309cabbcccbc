import MapRuntime
import MapSync

/// What follows when a quote is won, as its mapping says (F25; R G-5 to G-9). All of it looks at what
/// is there, so that it may be done again after a crash; and the coupling keeps the version of the
/// quote for which it was done, so that it is not done again without one (R G-6).
extension HeaderPage {
  /// Whether a quote that is coupled was won since it was last seen.
  func isWonAnew(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    guard let coupling = row.coupling, isWon(row), mayCreate(row, page) else { return false }
    return coupling.version(Way.direction.source) != row.source.version.number
  }

  private func isWon(_ row: PageRow<Way>) -> Bool {
    guard Way.direction == .toBC, let won = part.policy.won,
      let field = part.policy.states?.field, let column = Way.Source.table.column(field)
    else { return false }
    return RecordValues(of: row.source.record)[column] == .option(won.state.state)
  }

  /// Settles the won quotes among the documents that were written and those that are still owed.
  func followWins(_ page: Page<Way>) async throws(StoreFailure) {
    guard let won = part.policy.won else { return }
    var rows: [PageRow<Way>] = []
    for index in page.rows.indices {
      let row = page.rows[index]
      let isOwed = row.fate == .unchanged && owing.contains(row.source.id)
      guard row.coupling != nil, row.fate == .create || isOwed else { continue }
      if isWon(row) {
        rows.append(row)
      } else if isOwed {
        row.hasFollowed = true
      }
    }
    guard !rows.isEmpty else { return }
    let orders = WonOrders(won.order, page.run)
    let found = try await orders.find(rows.map(\.source.id))
    var answered: [(row: PageRow<Way>, order: WonOrders<Way>.Order)] = []
    for row in rows {
      if let order = found[row.source.id] {
        answered.append((row, order))
      } else if won.missing == .refuse {
        page.fail(
          row, "is won, and no '\(won.order.table)' in Sales comes of it; make the order there")
      } else {
        row.hasFollowed = true
      }
    }
    try await settle(answered.filter { $0.order.isOrdered }, won.submitted, orders, page)
    try await settle(answered.filter { !$0.order.isOrdered }, won.notSubmitted, orders, page)
  }

  private func settle(
    _ won: [(row: PageRow<Way>, order: WonOrders<Way>.Order)], _ steps: [WonStep],
    _ orders: WonOrders<Way>, _ page: Page<Way>
  ) async throws(StoreFailure) {
    var won = won
    for step in steps where !won.isEmpty {
      switch step {
      case .createOrder:
        try await orders.take(won.map(\.order).filter { $0.coupling == nil }.map(\.id))
        let now = try await orders.standing(won.map(\.order))
        won = zip(won, now).map { ($0.row, $1) }
        try await keepWaiting(&won, orders, page)
      case .archive:
        try await keepWaiting(&won, orders, page)
        for (row, order) in won where order.isThere {
          try await act(.archive(by: order.coupling?.bcID), row, page)
        }
      case .release:
        for (row, _) in won { try await act(.release, row, page) }
      }
      won.removeAll { $0.row.fate == .failed }
    }
    for (row, _) in won {
      row.hasFollowed = true
      row.story = "is won: " + steps.map(\.done).joined(separator: ", ")
    }
  }

  /// Quotes whose orders are not in BC follow once they are (F6).
  private func keepWaiting(
    _ won: inout [(row: PageRow<Way>, order: WonOrders<Way>.Order)], _ orders: WonOrders<Way>,
    _ page: Page<Way>
  ) async throws(StoreFailure) {
    let open = won.filter { $0.order.coupling == nil }
    guard !open.isEmpty else { return }
    let obstacles = try await orders.obstacles(open.map(\.order.id))
    for (row, order) in open {
      guard let pair = orders.mapping?.pair else {
        page.fail(row, "is won, and no mapping that is switched on takes in its order")
        continue
      }
      page.note(
        row, .later,
        "waits for its order to be in Business Central"
          + (obstacles[order.id].map { ": \($0)" } ?? ""),
        missing: Entry.Missing(
          pair: pair, side: .sales, key: order.id.description, id: order.id))
    }
    won.removeAll { $0.order.coupling == nil }
  }

  private func act(
    _ action: DocumentAction, _ row: PageRow<Way>, _ page: Page<Way>
  ) async throws(StoreFailure) {
    guard let quote = row.coupling?.bcID else { return }
    let results = try await page.run.integration.bc.act(
      action, on: [quote], in: Way.Mapping.table(.bc))
    var one = [row]
    results.report(&one, page)
  }
}

extension WonOrders.Order {
  /// Whether it is in BC already, or is to be: what is not submitted is not (R G-8, G-9).
  fileprivate var isOrdered: Bool { coupling != nil || isSubmitted }
}

extension WonStep {
  /// What was done, for the history of a quote.
  fileprivate var done: String {
    switch self {
    case .createOrder: "ordered"
    case .archive: "archived"
    case .release: "released"
    }
  }
}
