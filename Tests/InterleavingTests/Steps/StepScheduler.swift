import MapSync
import Synchronization

/// Lets exactly one of several actors go on, one call at a time. An actor waits before each call
/// until the test lets it make it.
final class StepScheduler: Sendable {
  /// A call that an actor is about to make.
  struct Call: Hashable, Sendable {
    let name: String
    let footprint: Footprint
  }

  enum Verdict: Sendable {
    case go
    /// The process ends here: this call and all later ones fail, whatever the engine does.
    case killed
    /// This call fails once, and the process goes on.
    case fails
  }

  private struct Waiting: Sendable {
    let call: Call
    let continuation: CheckedContinuation<Verdict, Never>
  }

  private struct State {
    var waiting: [Int: Waiting] = [:]
    var dead: Set<Int> = []
    /// Actors that are between two calls.
    var busy = 0
    var controller: CheckedContinuation<Void, Never>?

    /// One less is at work; who waits for all of them, if this was the last.
    mutating func rest() -> CheckedContinuation<Void, Never>? {
      busy -= 1
      guard busy == 0 else { return nil }
      defer { controller = nil }
      return controller
    }
  }

  private let state = Mutex(State())

  static let killed = StoreFailure.unavailable("the process was killed")

  // For actors

  /// Waits for the turn of a call.
  func step(_ actor: Int, _ call: Call) async throws(StoreFailure) {
    try check(actor)
    let verdict = await withCheckedContinuation { continuation in
      let controller = state.withLock { state in
        precondition(state.waiting[actor] == nil, "an actor makes one call at a time")
        state.waiting[actor] = Waiting(call: call, continuation: continuation)
        return state.rest()
      }
      controller?.resume()
    }
    switch verdict {
    case .go: return
    case .killed: throw Self.killed
    case .fails: throw .unavailable("the state file is locked")
    }
  }

  /// For a call that concerns nobody else: it needs no turn.
  func check(_ actor: Int) throws(StoreFailure) {
    if state.withLock({ $0.dead.contains(actor) }) { throw Self.killed }
  }

  /// Begins an actor, which runs to its first call by itself.
  func begin(_ body: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
    state.withLock { $0.busy += 1 }
    return Task {
      await body()
      let controller = state.withLock { $0.rest() }
      controller?.resume()
    }
  }

  // For the test

  /// The calls that the actors wait to make, once all of them wait or have ended.
  func waiting() async -> [Int: Call] {
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        if state.busy == 0 { return true }
        state.controller = continuation
        return false
      }
      if isIdle { continuation.resume() }
    }
    return state.withLock { $0.waiting.mapValues(\.call) }
  }

  func answer(_ actor: Int, _ verdict: Verdict) {
    let waiting = state.withLock { state in
      if case .killed = verdict { state.dead.insert(actor) }
      state.busy += 1
      return state.waiting.removeValue(forKey: actor)
    }
    waiting?.continuation.resume(returning: verdict)
  }
}

/// One actor's turns.
struct Turn: Sendable {
  /// The name of a call that comes again until another actor has done something.
  static let waits = "waits for the others"

  let actor: Int
  let scheduler: StepScheduler
  /// Works on a machine of its own: the others see that it is gone by its lease alone.
  var isAfar = false

  func step(
    _ name: String, reads: Footprint.Parts = [], writes: Footprint.Parts = []
  ) async throws(StoreFailure) {
    let footprint = Footprint(reads: reads, writes: writes)
    if footprint.isEmpty { return try scheduler.check(actor) }
    try await scheduler.step(actor, .init(name: name, footprint: footprint))
  }
}
