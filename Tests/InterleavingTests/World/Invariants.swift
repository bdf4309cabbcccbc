import MapRuntime
import MapSync

/// What must hold of every world, whoever was at work, in whatever order, and whoever was killed.
struct Invariants {
  let world: World
  let end: WorldEnd
  private let edits: [Journal.Edit]

  init(_ world: World, _ end: WorldEnd) {
    self.world = world
    self.end = end
    edits = world.journal.edits
  }

  /// One sentence for each that is broken.
  var broken: [String] {
    var found: [String] = []
    if end.rounds == nil { found.append("the runs never come to rest") }
    if end.openIntents > 0 { found.append("\(end.openIntents) intents stay open") }
    for name in names { found += doubled(name) + coupling(name) + company(name) + record(name) }
    return found
  }

  private var names: [String] {
    Set(end.records.values.flatMap(\.keys)).union(edits.map(\.record)).sorted()
  }

  private func doubled(_ name: String) -> [String] {
    [Side.bc, .sales].compactMap { side in
      let count = end.records[side]?[name]?.count ?? 0
      return count > 1 ? "\(text(side)) has \(name) \(count) times" : nil
    }
  }

  /// A coupling is what was last agreed, and what was said to be done is done.
  private func coupling(_ name: String) -> [String] {
    let isLeft = end.couplings[name] == "none" && world.journal.touched.contains(name)
    if let partner = end.couplings[name], partner != name, !isLeft {
      return ["\(name) is coupled with \(partner)"]
    }
    let isCoupled = end.couplings[name] != nil
    let claims = world.journal.claims.filter {
      $0.record == name && ($0.claim == .coupled || $0.claim == .uncoupled)
    }
    if let last = claims.max(by: { $0.ended < $1.ended }) {
      // Commands that ran at the same time may have come in either order.
      let others = claims.filter { $0 != last && $0.ended > last.began }
      guard others.isEmpty, isCoupled != (last.claim == .coupled) else { return [] }
      // What is created anew by a run is coupled anew.
      if isCoupled, world.setup.scope == .all { return [] }
      return [
        "a command said that \(name) is \(last.claim == .coupled ? "coupled" : "uncoupled"), "
          + "and it is \(isCoupled ? "coupled" : "not coupled")"
      ]
    }
    if world.setup.pairs.contains(name), !world.journal.touched.contains(name), !isCoupled {
      return ["\(name) is not coupled any more"]
    }
    return []
  }

  /// What was uncoupled belongs to the company no more. Where somebody deleted one of the two, the
  /// mapping's answer to that took the coupling away, and the other stays as it is (R D-34).
  private func company(_ name: String) -> [String] {
    guard world.setup.pairs.contains(name), end.couplings[name] == nil,
      end.records[.bc]?[name]?.isEmpty == false,
      end.records[.sales]?[name]?.contains(where: \.hasCompany) == true
    else { return [] }
    return ["\(name) is not coupled, and Sales still says that it belongs to the company"]
  }

  /// Every edit is on both sides, or in an entry that names its record.
  private func record(_ name: String) -> [String] {
    let own = edits.filter { $0.record == name }
    let hasRivals = own.contains { !rivals(of: $0).isEmpty }
    if let entry = end.entries[name]?.first {
      let isExplained =
        hasRivals || world.journal.claims.contains { $0.record == name }
        || world.journal.touched.contains(name)
      return isExplained ? [] : ["\(name) has an entry that nobody caused: \(entry.message)"]
    }
    guard let bc = end.records[.bc]?[name]?.first, let sales = end.records[.sales]?[name]?.first,
      end.couplings[name] != nil
    else {
      let isOwed =
        world.setup.scope == .all || world.setup.pairs.contains(name)
      guard isOwed, !world.journal.touched.contains(name) else { return [] }
      return ["\(name) has no partner, and no entry says why"]
    }
    return world.setup.mapping.fields.flatMap { field in
      self.field(field, own, bc.fields[field] ?? "", sales.fields[field] ?? "", name)
    }
  }

  private func field(
    _ field: Field, _ own: [Journal.Edit], _ bc: String, _ sales: String, _ name: String
  ) -> [String] {
    // Nobody has unblocked anything: what the other side says for itself may stay.
    if field == .state, !own.contains(where: { $0.field == .state }) { return [] }
    guard bc == sales else {
      // To couple writes nothing: what was never in step stays as it is until somebody edits it.
      let isUntouched = { (side: Side, text: String) in
        own.last { $0.field == field && $0.side == side }?.text == text
      }
      if world.setup.loose.contains(name), isUntouched(.bc, bc), isUntouched(.sales, sales) {
        return []
      }
      return [
        "\(name) is not in step and no entry says so: \(field.rawValue) is '\(bc)' in BC and "
          + "'\(sales)' in Sales"
      ]
    }
    return own.indices.filter { own[$0].field == field && !own[$0].isSuperseded }
      .filter { own[$0].text != bc && !isBeaten(own[$0], name) }
      .map { index in
        "\(name) lost an edit and no entry says so: \(text(own[index].side)) set "
          + "\(field.rawValue) to '\(own[index].text)', and both sides have '\(bc)'"
      }
  }

  /// Whether the mapping or a person decided for a rival of the edit.
  private func isBeaten(_ edit: Journal.Edit, _ name: String) -> Bool {
    let index = edits.firstIndex(of: edit) ?? 0
    let isChosen = world.journal.claims.contains { claimed in
      guard claimed.record == name, case .chose(let side, let count) = claimed.claim else {
        return false
      }
      return side != edit.side && index < count
    }
    guard !isChosen else { return true }
    let rivals = rivals(of: edit).map(\.side)
    return switch world.setup.conflict.update {
    case .refuse: false
    case .bcWins: edit.side == .sales && rivals.contains(.bc)
    case .salesWins: edit.side == .bc && rivals.contains(.sales)
    }
  }

  /// The edits that the mapping sets against one: by field, those of the same field.
  private func rivals(of edit: Journal.Edit) -> [Journal.Edit] {
    edit.rivals.map { edits[$0] }.filter {
      world.setup.conflict.by == .record || $0.field == edit.field
    }
  }

  private func text(_ side: Side) -> String { side == .bc ? "BC" : "Sales" }
}
