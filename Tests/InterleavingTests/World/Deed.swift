import MapRuntime
import MapSync

/// What one actor does in an execution: a process that runs, a command, or a person's edit.
enum Deed: Hashable, Sendable {
  case run
  /// A process that goes on: after a run that failed comes the next one.
  case serve
  case full
  /// `mapsync full --older CUSTOMER`.
  case fullOlder
  /// `mapsync sync CUSTOMER NAME` with a direction, or with the one that its changes suggest.
  case sync(String, Direction?)
  case couple(String)
  case uncouple(String)
  case edit(String, Side, Field, String)
  case delete(String, Side)

  var isProcess: Bool { edited == nil }

  /// The record that a person edits or deletes.
  private var edited: (name: String, side: Side)? {
    switch self {
    case .run, .serve, .full, .fullOlder, .sync, .couple, .uncouple: nil
    case .edit(let name, let side, _, _), .delete(let name, let side): (name, side)
    }
  }

  /// Nobody edits a record before it is there.
  func isPossible(in world: World) throws -> Bool {
    guard let edited, world.ids[edited.side]?[edited.name] == nil else { return true }
    return try !world.find(edited.name, edited.side).isEmpty
  }

  /// Does it. Throws what the process ends with.
  func perform(_ world: World, _ turn: Turn) async throws(StoreFailure) {
    if let edited {
      try await turn.step("edits", writes: edited.side == .bc ? .bc : .sales)
      do {
        switch self {
        case .edit(let name, let side, let field, let text):
          try world.edit(name, side, field, text)
        case .delete(let name, let side): try world.delete(name, side)
        case .run, .serve, .full, .fullOlder, .sync, .couple, .uncouple: break
        }
      } catch let missing as World.Missing {
        throw .unknown("\(missing.name) is not there yet")
      } catch {
        throw .unknown("\(error)")
      }
      return
    }
    let process = try await world.process(turn, seat: turn.actor)
    defer { process.leave() }
    let began = world.journal.step
    let (integration, mapping) = (process.integration, process.mapping)
    switch self {
    case .run: _ = try await process.synchronize()
    case .serve:
      do throws(StoreFailure) { _ = try await process.synchronize() } catch {
        // The service says so, and tries again at its next round.
      }
      try await turn.step("begins its next round", reads: .holders)
      _ = try await process.synchronize()
    case .full: try await Self.full(process)
    case .fullOlder: _ = try await OlderCouplings(integration).bringUpToDate(mapping)
    case .sync(let name, let direction):
      if let direction {
        try await Self.run(name, direction, .now, process, world)
        world.journal.claim(
          name, .chose(direction.source, edits: world.journal.edits.count), since: began)
      } else {
        for (direction, mode) in try await Self.suggestion(name, process, world) {
          try await Self.run(name, direction, mode, process, world)
        }
      }
    case .couple(let name):
      world.journal.touch(name)
      guard let bc = world.ids[.bc]?[name], let sales = world.ids[.sales]?[name] else { return }
      let result = try await Coupler(integration).couple(mapping, bc: bc, sales: sales)
      if result == .coupled || result == .already {
        world.journal.claim(name, .coupled, since: began)
      }
    case .uncouple(let name):
      world.journal.touch(name)
      guard let bc = world.ids[.bc]?[name] else { return }
      let reports = try await Coupler(integration).uncouple(mapping, bcIDs: [bc])
      if reports.first?.counters.uncoupled == 1 {
        world.journal.claim(name, .uncoupled, since: began)
      }
    case .edit, .delete: return
    }
  }

  private static func run(
    _ name: String, _ direction: Direction, _ mode: RunMode, _ process: WorldProcess,
    _ world: World
  ) async throws(StoreFailure) {
    guard let id = world.ids[direction.source]?[name] else { return }
    _ = try await Synchronizer(process.integration).runWithLines(
      process.mapping, direction, mode, ids: [id])
  }

  /// What the command does without a direction.
  private static func suggestion(
    _ name: String, _ process: WorldProcess, _ world: World
  ) async throws(StoreFailure) -> [(Direction, RunMode)] {
    guard let id = world.ids[.bc]?[name],
      let preview = try await Preview(process.integration).records(
        process.mapping, .toSales, .now, ids: [id]
      ).first
    else { return [] }
    let advice = SyncAdvice(
      isBCChanged: preview.isSourceChanged, isSalesChanged: preview.isTargetChanged,
      hasConflict: !preview.conflicts.isEmpty)
    return switch advice.suggestion {
    case .send: [(.toSales, .selection)]
    case .get: [(.toBC, .selection)]
    case .merge: [(.toSales, .merge), (.toBC, .merge)]
    case nil: []
    }
  }

  private static func full(_ process: WorldProcess) async throws(StoreFailure) {
    let only = process.alone
    var lines = try await FullReview(only).lines()
    // As `--fully` has it: what finds no partner is created.
    for index in lines.indices { lines[index].recommendation = .full }
    let full = FullSynchronization(process.integration, width: 1)
    _ = try await full.go(try await full.start(lines))
  }
}

extension Deed: CustomStringConvertible {
  var description: String {
    switch self {
    case .run: "a scheduled run"
    case .serve: "a service"
    case .full: "a full synchronization"
    case .fullOlder: "a full synchronization of what an older mapping wrote"
    case .sync(let name, nil): "'sync \(name)'"
    case .sync(let name, let direction?): "'sync \(name) --direction \(direction.name)'"
    case .couple(let name): "'couple \(name)'"
    case .uncouple(let name): "'uncouple \(name)'"
    case .edit(let name, let side, let field, let text):
      "a person who sets \(field.rawValue) of \(name) in \(side == .bc ? "BC" : "Sales") to '\(text)'"
    case .delete(let name, let side):
      "a person who deletes \(name) in \(side == .bc ? "BC" : "Sales")"
    }
  }
}
