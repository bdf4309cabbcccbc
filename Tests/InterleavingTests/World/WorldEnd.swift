import MapRuntime
import MapSync

/// A world after everything has come to rest, and what is wrong with it.
struct WorldEnd: Sendable {
  struct Named: Hashable, Sendable {
    let direction: Direction
    let kind: Entry.Kind
    let message: String
  }

  /// By name; several records of one name are doubled ones.
  let records: [Side: [String: [World.Record]]]
  /// The Sales record's name by the BC record's.
  let couplings: [String: String]
  let entries: [String: [Named]]
  let openIntents: Int
  /// Rounds until nothing was left to do; nil where it never came to rest.
  let rounds: Int?

  private static let mostRounds = 8

  /// Lets a fresh process work until nothing is left to do, undisturbed.
  ///
  /// - Parameter seat: One that nobody else has.
  static func of(_ world: World, seat: Int) async throws -> WorldEnd {
    // Long enough for anything that a dead process held.
    world.clock.pass(seconds: 7200)
    let process = try await world.process(nil, seat: seat)
    defer { process.leave() }
    var rounds: Int?
    for round in 1...mostRounds {
      var reports = try await process.synchronize()
      // A person asks for it again until nothing is older, whatever became of the first try.
      if !world.setup.older.isEmpty {
        reports += try await OlderCouplings(process.integration).bringUpToDate(process.mapping)
      }
      world.clock.pass(seconds: 60)
      if !reports.contains(where: \.counters.didSomething) {
        rounds = round
        break
      }
    }
    var names: [Guid: String] = [:]
    var records: [Side: [String: [World.Record]]] = [:]
    for side in [Side.bc, .sales] {
      let all = try world.records(side)
      for record in all { names[record.id] = record.name }
      records[side] = Dictionary(grouping: all, by: \.name)
    }
    let stored = try await process.state.couplings(
      process.mapping.pair, after: nil, limit: 100)
    var entries: [String: [Named]] = [:]
    for entry in try await process.state.entries(EntryQuery(mapping: process.mapping.name)) {
      entries[names[entry.sourceID] ?? entry.sourceName, default: []].append(
        Named(direction: entry.direction, kind: entry.kind, message: entry.message))
    }
    return WorldEnd(
      records: records,
      couplings: Dictionary(
        stored.map { (names[$0.bcID] ?? "a record that is gone", names[$0.salesID] ?? "none") }
      ) { first, _ in first },
      entries: entries, openIntents: try await process.state.openIntents().count, rounds: rounds)
  }

  /// What both systems hold, without ids.
  var contents: [String] {
    var lines: [String] = []
    for (side, named) in records {
      for record in named.values.joined() {
        let fields = Field.allCases.compactMap { field in
          record.fields[field].map { "\(field.rawValue) '\($0)'" }
        }
        lines.append(
          "\(side == .bc ? "BC" : "Sales") has \(record.name): \(fields.joined(separator: ", "))")
      }
    }
    lines += couplings.map { "\($0) is coupled with \($1)" }
    lines += entries.keys.map { "\($0) has an entry" }
    return lines.sorted()
  }
}
