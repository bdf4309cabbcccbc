import MapRuntime
import MapSync

/// Sales documents that people have taken back to work on: what changed in BC waits until they are done
/// (F20).
extension DocumentPolicy {
  /// The state of a Sales document that the mapping leaves alone and in which people still work; nil for
  /// any other.
  func open(_ state: OptionValue, _ table: TableDescription?) -> DocumentState? {
    guard closed(state, table) == nil,
      let answer = states?.answers.first(where: { $0.state.state == state })
    else { return nil }
    switch answer.rule {
    case .ignore, .stateOnly: return answer.state
    case .takeIn, .update, .refuse: return nil
    }
  }
}

extension PageRow {
  /// Holds what is to be written to a Sales document until its person is done with that.
  func wait(for open: DocumentState, on page: Page<Way>) {
    page.note(
      self, .held,
      "waits for its Sales document, which is in state '\(open.name)': nothing is written to it until "
        + "it leaves that state")
  }
}

extension HeaderPage {
  /// The documents that are there and may be written again, now or once their person is done with them;
  /// those in any other state in which Sales leaves them alone stay as they are.
  func changed(_ page: Page<Way>) -> [Int] {
    guard part.isTwoWay else { return [] }
    return page.indices(.update).filter { index in
      let row = page.rows[index]
      guard let states = part.policy.states, let state = targetState(of: row) else { return true }
      switch states.rule(in: state) {
      case .takeIn, .update: return true
      case .refuse, .ignore, .stateOnly, nil:
        if open(row, page) != nil { return true }
        row.leave()
        return false
      }
    }
  }

  /// The state of the Sales document that a row goes to.
  func targetState(of row: PageRow<Way>) -> OptionValue? {
    guard Way.direction == .toSales, let states = part.policy.states,
      let column = Way.Target.table.column(states.field), let target = row.target
    else { return nil }
    return RecordValues(of: target.record)[column].option
  }

  private func open(_ row: PageRow<Way>, _ page: Page<Way>) -> DocumentState? {
    let table = page.run.integration.table(Way.direction.target, Way.Target.table.name)
    return targetState(of: row).flatMap { part.policy.open($0, table) }
  }

  /// What changed in BC while a salesperson has the document again waits until it is submitted, and so does
  /// whatever keeps it from going over (F20).
  func waitForOpen(_ page: Page<Way>) async throws(StoreFailure) {
    guard part.isTwoWay, Way.direction == .toSales else { return }
    var waiting: [(row: PageRow<Way>, state: DocumentState)] = []
    for row in page.rows where row.fate == .update || row.entry != nil {
      if row.target != nil, let state = open(row, page) { waiting.append((row, state)) }
    }
    guard !waiting.isEmpty else { return }
    let shipped =
      part.policy.effect(of: .completelyShipped)?.state == nil
      ? []
      : try await page.run.source.shippedCompletely(
        waiting.map(\.row.source.id).sorted(), in: Way.Source.table)
    for (row, state) in waiting {
      let draft = drafts.removeValue(forKey: row.source.id)
      let isLeft =
        draft.map { !$0.changesLines && !hasNews($0.header, page) } == true
        && !shipped.contains(row.source.id)
      if isLeft { row.leave() } else { row.wait(for: state, on: page) }
    }
  }

  /// Whether BC changed something of a header. Its amounts are what Sales counts of what the salesperson
  /// has changed by now.
  private func hasNews(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    page.run.news(row).columns.contains { Way.Target.table.columns[$0].type != .money }
  }
}
