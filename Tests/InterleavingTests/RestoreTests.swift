import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("A file that was put back decides for nobody")
struct RestoreTests {
  /// People's edits, each before a run of its own; the last run may be killed.
  private static let histories: [(title: String, edits: [(Side, Field, String)])] = [
    ("two updates to Sales", [(.bc, .phone, "1"), (.bc, .phone, "2")]),
    ("two updates to BC", [(.sales, .phone, "1"), (.sales, .phone, "2")]),
    ("there and back", [(.bc, .phone, "1"), (.sales, .phone, "100")]),
    ("another field of each side", [(.bc, .address, "Dock"), (.sales, .phone, "1")]),
  ]

  /// Whatever was written, and wherever the last run was killed: what the two sides hold then stays, or
  /// an entry names the record; by a policy that names a winner, that one's values may come over.
  @Test(
    "what the two sides differ in is refused, wherever a run was killed before",
    arguments: ConflictPolicy.updates, WorldFile.allCases)
  func refused(_ conflict: ConflictPolicy, _ file: WorldFile) async throws {
    let setup = WorldSetup(conflict: conflict, pairs: [Stories.adatum])
    let image = try await WorldImage.of(setup)
    let files = try WorldFiles(image, processes: 3)
    for history in Self.histories {
      let whole = try World.begin(setup, image, files)
      let calls = try await Self.play(history.edits, whole, kill: nil)
      // A kill after a call that wrote nothing is one before it.
      let kills = calls.indices.dropFirst().filter { !calls[$0 - 1].footprint.writes.isEmpty }
      for kill in [nil] + kills.map(Optional.some) {
        let world = try World.begin(setup, image, files)
        _ = try await Self.play(history.edits, world, kill: kill)
        try files.reset(file)
        let broken = try await Self.settle(world)
        guard broken.isEmpty else {
          let place = kill.map { ", killed before its step \($0)" } ?? ""
          let sentence =
            "\(history.title)\(place), then \(file.rawValue) put back, \(conflict.said): "
            + broken.joined(separator: "; ")
          Issue.record(Comment(rawValue: sentence))
          break
        }
      }
    }
  }

  /// Edits and runs; the last run ends at a step. Returns the calls of that one.
  private static func play(
    _ edits: [(Side, Field, String)], _ world: World, kill: Int?
  ) async throws -> [StepScheduler.Call] {
    var calls: [StepScheduler.Call] = []
    for (number, edit) in edits.enumerated() {
      try world.edit(Stories.adatum, edit.0, edit.1, edit.2)
      let isLast = number == edits.count - 1
      calls = try await run(world, kill: isLast ? kill : nil)
      world.clock.pass(seconds: 3600)
    }
    return calls
  }

  private static func run(
    _ world: World, kill: Int?
  ) async throws -> [StepScheduler.Call] {
    let scheduler = StepScheduler()
    let task = scheduler.begin {
      do throws(StoreFailure) {
        try await Deed.run.perform(world, Turn(actor: 0, scheduler: scheduler, isAfar: false))
      } catch {
        // It was killed.
      }
    }
    var calls: [StepScheduler.Call] = []
    while let call = await scheduler.waiting()[0] {
      scheduler.answer(0, calls.count == kill ? .killed : .go)
      calls.append(call)
    }
    await task.value
    return calls
  }

  /// Settles it as `full --after-restore` does, lets everything come to rest, and says what is lost.
  private static func settle(_ world: World) async throws -> [String] {
    let before = try found(world)
    let opened = try world.files.state(world.company.id, seat: 1)
    let watch = try FileWatch(
      opened, company: world.company.id, bc: world.files.bc, sales: world.files.sales)
    try watch.accept()
    let process = try await world.process(nil, seat: 1)
    let only = process.alone
    let full = FullSynchronization(only, width: 1, isAfterRestore: true)
    let lines = try await FullReview(only, isAfterRestore: true).lines()
    _ = try await full.go(try await full.start(lines))
    process.leave()
    try watch.settle()
    let end = try await WorldEnd.of(world, seat: 2)
    return lost(before, end, world)
  }

  /// The values of both sides, by field.
  private static func found(_ world: World) throws -> [Field: [Side: String]] {
    var found: [Field: [Side: String]] = [:]
    for side in Side.allCases {
      guard let record = try world.records(side).first else { continue }
      for (field, text) in record.fields { found[field, default: [:]][side] = text }
    }
    return found
  }

  private static func lost(
    _ before: [Field: [Side: String]], _ end: WorldEnd, _ world: World
  ) -> [String] {
    var lost: [String] = []
    if end.openIntents > 0 { lost.append("\(end.openIntents) intents stay open") }
    if end.entries[Stories.adatum]?.contains(where: { !$0.kind.waits }) == true { return lost }
    let winner: Side? =
      switch world.setup.conflict.update {
      case .refuse: nil
      case .bcWins: .bc
      case .salesWins: .sales
      }
    for field in [Field.phone, .address] {
      guard let texts = before[field] else { continue }
      for side in Side.allCases {
        guard let text = texts[side], texts[side.other] != text, winner != side.other,
          end.records[side]?[Stories.adatum]?.first?.fields[field] != text
        else { continue }
        lost.append("\(field.rawValue) was '\(text)' in \(side == .bc ? "BC" : "Sales")")
      }
    }
    return lost
  }
}
