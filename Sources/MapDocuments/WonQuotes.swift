import MapRuntime
import MapSync

/// What follows when a quote is won, as its mapping says (F25; R G-5 to G-9). All of it looks at what
/// is there, so that it may be done again after a crash; and the coupling keeps the version of the
/// quote for which it was done, so that it is not done again without one (R G-6).
extension HeaderPage {
  /// Whether a quote that is coupled was won since it was last seen.
  func isWonAnew(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    isWonUnseen(row) && mayCreate(row, page)
  }

  /// Whether a coupled quote was won since it was last seen, whoever is to see it.
  func isWonUnseen(_ row: PageRow<Way>) -> Bool {
    guard let coupling = row.coupling, isWon(row) else { return false }
    return coupling.version(Way.direction.source) != row.source.version.number
  }

  /// A won quote that would be taken in fails where no order came of it, though its own document is
  /// made.
  func foreseeWins(_ page: Page<Way>) async throws(StoreFailure) {
    guard let won = part.policy.won, won.missing == .refuse else { return }
    let rows = page.indices(.create).map { page.rows[$0] }.filter(isWon)
    guard !rows.isEmpty else { return }
    let found = try await WonOrders(won.order, page.run).find(rows.map(\.source.id))
    for row in rows where found[row.source.id] == nil { page.fail(row, won.lacksOrder) }
  }

  /// Whether a quote is won and all that follows was done: it is of no use in Business Central any more, and
  /// may be gone from there.
  func isSettledWin(_ row: PageRow<Way>) -> Bool {
    isWon(row) && row.coupling?.version(Way.direction.source) == row.source.version.number
      && row.coupling?[Way.direction] != .failure && row.earlier?.kind.waits != true
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
        page.fail(row, won.lacksOrder)
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
    // Of a quote that Business Central no longer has there is nothing to archive or release.
    var gone: Set<Guid> = []
    for step in steps where !won.isEmpty {
      switch step {
      case .createOrder:
        if page.run.mode.writes {
          try await orders.take(won.map(\.order).filter { $0.coupling == nil }.map(\.id))
          let now = try await orders.standing(won.map(\.order))
          won = zip(won, now).map { ($0.row, $1) }
        }
        try await keepWaiting(&won, orders, page)
      case .archive:
        try await keepWaiting(&won, orders, page)
        for (row, order) in won where order.isThere {
          if try await !act(.archive(by: order.coupling?.bcID), row, page) {
            gone.insert(row.source.id)
          }
        }
      case .release:
        for (row, _) in won where try await !act(.release, row, page) {
          gone.insert(row.source.id)
        }
      }
      won.removeAll { $0.row.fate == .failed }
    }
    for (row, _) in won {
      row.hasFollowed = true
      row.story = "is won: " + told(steps, isGone: gone.contains(row.source.id))
    }
  }

  /// Quotes whose orders are not in BC follow once they are (F6).
  private func keepWaiting(
    _ won: inout [(row: PageRow<Way>, order: WonOrders<Way>.Order)], _ orders: WonOrders<Way>,
    _ page: Page<Way>
  ) async throws(StoreFailure) {
    var open = won.filter { $0.order.coupling == nil }
    guard !open.isEmpty else { return }
    let obstacles = try await orders.obstacles(open.map(\.order.id))
    // Nothing was done, and what has no obstacle would be.
    if !page.run.mode.writes, orders.mapping != nil {
      open.removeAll { obstacles[$0.order.id] == nil }
    }
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
    let waiting = Set(open.map(\.order.id))
    won.removeAll { waiting.contains($0.order.id) }
  }

  /// - Returns: false where Business Central no longer has the quote.
  private func act(
    _ action: DocumentAction, _ row: PageRow<Way>, _ page: Page<Way>
  ) async throws(StoreFailure) -> Bool {
    guard let quote = row.coupling?.bcID, page.run.mode.writes else { return true }
    let results = try await WriteRetry.again([quote]) { ids throws(StoreFailure) in
      try await page.run.integration.bc.act(action, on: ids, in: Way.Mapping.table(.bc))
    }
    if results.first == .missing { return false }
    var one = [row]
    results.report(&one, page)
    return true
  }

  /// What was done with a won quote, for its history.
  private func told(_ steps: [WonStep], isGone: Bool) -> String {
    guard isGone else { return steps.map(\.done).joined(separator: ", ") }
    let ordered = steps.contains(.createOrder) ? [WonStep.createOrder.done] : []
    return (ordered + ["its quote in Business Central is gone"]).joined(separator: ", ")
  }
}

extension WonOrders.Order {
  /// Whether it is in BC already, or is to be: what is not submitted is not (R G-8, G-9).
  fileprivate var isOrdered: Bool { coupling != nil || isSubmitted }
}

extension DocumentPolicy.Won {
  /// What is wrong with a won quote that has no order.
  var lacksOrder: String {
    "is won, and no '\(order.table)' in Sales comes of it; make the order there"
  }
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
