import MapRuntime

/// A record of BC that gets another key takes along what names it, in every table of its company:
/// references, also those that another field picks or that are part of a longer key, and its lines.
struct Renaming: SystemRule {
  func concerns(_ table: TableLayout) -> Bool { table.side == .bc && !table.key.isEmpty }

  func concerns(_ table: TableLayout, writing columns: Set<Int>, isNew: Bool) -> Bool {
    !isNew && table.key.contains(where: columns.contains)
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind == .changed, let before = change.before, let after = change.after,
      change.table.key.contains(where: { before[$0] != after[$0] })
    else { return }
    session.forgetKeys()
    let outer = session.isRenaming
    session.isRenaming = true
    defer { session.isRenaming = outer }
    do {
      for link in session.schema.links(to: change.table.name) {
        try follow(link, before, after, in: session)
      }
    } catch let refusal as Refusal where !outer {
      throw Refusal("\(change.shown) cannot get another key: \(refusal.sentence)")
    }
  }

  private func follow(
    _ link: KeyLink, _ before: [Value], _ after: [Value], in session: WriteSession
  ) throws {
    // What is empty names nothing.
    let following = link.following.filter {
      before[$0.theirs] != after[$0.theirs] && !before[$0.theirs].isEmpty
    }
    guard !following.isEmpty, link.fixed.allSatisfy({ before[$0.key] == $0.value }),
      try !isMeantElsewhere(link, before, in: session)
    else { return }
    let table = try session.schema.table(link.table)
    var held: [String: Value] = [:]
    for pair in link.pairs { held[table.columns[pair.own].name] = before[pair.theirs] }
    for (column, pick) in link.picks { held[table.columns[column].name] = .option(pick) }
    var taken: [String: Value] = [:]
    for pair in following { taken[table.columns[pair.own].name] = after[pair.theirs] }
    for id in try session.find(link.table, held) {
      try session.change(link.table, id, taken, by: .system)
    }
  }

  /// Whether a table that the field names first has a record of the old key.
  private func isMeantElsewhere(
    _ link: KeyLink, _ before: [Value], in session: WriteSession
  ) throws -> Bool {
    guard let pair = link.pairs.last else { return false }
    return try link.before.contains { name in
      try session.schema[name] != nil && session.exists(before[pair.theirs], in: name)
    }
  }
}
