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

  /// Lines that changed in BC while a salesperson has the document again wait until it is submitted (F20).
  /// Of a header nobody knows which side changed what, so that the salesperson's is as good.
  func waitForOpen(_ page: Page<Way>) {
    for (id, draft) in drafts where draft.there != nil {
      guard let open = open(draft.header, page) else { continue }
      drafts[id] = nil
      if draft.changesLines {
        draft.header.wait(for: open, on: page)
      } else {
        draft.header.leave()
      }
    }
  }
}
