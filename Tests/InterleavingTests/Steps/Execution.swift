import MapSync

/// Where an execution leaves the usual order, in which an actor goes on until it ends, and then the
/// next one begins.
struct Choice: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Another actor goes on.
    case turn(Int)
    /// The actor that was at work ends here.
    case kill(Int)
    /// The next call of the actor that was at work fails once.
    case fail(Int)
  }

  /// How many steps come before.
  let step: Int
  let kind: Kind
}

/// One order of the steps of a story's actors, and what came of it.
struct Execution: Sendable {
  struct Step: Sendable {
    let actor: Int
    let call: StepScheduler.Call
    let choice: Choice?
    /// What the actors were about to do when this one was let go on.
    let waiting: [Int: StepScheduler.Call]

    /// The call was not made: its process was killed, or it failed.
    var isLost: Bool {
      switch choice?.kind {
      case .kill, .fail: true
      case .turn, nil: false
      }
    }
  }

  let steps: [Step]
  let choices: [Choice]
  /// Why actors ended early, by actor.
  let ends: [Int: String]
  let broken: [String]
  let contents: [String]

  /// How many calls of an actor changed one of the systems, up to a step.
  func systemWrites(of actor: Int, before end: Int = .max) -> Int {
    steps.prefix(end).count { step in
      step.actor == actor && !step.isLost
        && !step.call.footprint.writes.isDisjoint(with: [.bc, .sales])
    }
  }

  private static let mostSteps = 2000

  /// Runs a story in one order.
  static func run(
    _ story: Story, _ choices: [Choice], _ image: WorldImage, _ files: WorldFiles
  ) async throws -> Execution {
    let world = try World.begin(story.setup, image, files)
    for deed in story.before {
      if case .edit(let name, let side, let field, let text) = deed {
        try world.edit(name, side, field, text)
      }
    }
    let scheduler = StepScheduler()
    let ends = EndNotes()
    let tasks = story.deeds.enumerated().map { actor, deed in
      scheduler.begin {
        do throws(StoreFailure) {
          try await deed.perform(
            world, Turn(actor: actor, scheduler: scheduler, isAfar: story.stalls))
        } catch {
          ends.note(actor, error.sentence)
        }
      }
    }
    var steps: [Step] = []
    var current: Int?
    var last: [Int: Int] = [:]
    var open = choices[...]
    while true {
      let waiting = await scheduler.waiting()
      if waiting.isEmpty { break }
      let ready = try waiting.filter { actor, call in
        // Who waits for others looks again once they have done something.
        guard call.name != Turn.waits || last[actor] != steps.count - 1 else { return false }
        return try story.deeds[actor].isPossible(in: world)
      }.keys.sorted()
      let choice = open.first?.step == steps.count ? open.popFirst() : nil
      var next = current.flatMap { ready.contains($0) ? $0 : nil } ?? ready.first
      var verdict = StepScheduler.Verdict.go
      switch choice?.kind {
      case .turn(let actor) where ready.contains(actor): next = actor
      case .kill(let actor) where waiting[actor] != nil:
        (next, verdict) = (actor, .killed)
      case .fail(let actor) where waiting[actor] != nil: (next, verdict) = (actor, .fails)
      case .turn, .kill, .fail, nil: break
      }
      if next == nil, waiting.keys.allSatisfy({ !story.deeds[$0].isProcess }) {
        // Nobody will make what a person wanted to edit.
        for actor in waiting.keys { scheduler.answer(actor, .killed) }
        continue
      }
      guard let next, let call = waiting[next], steps.count < mostSteps else {
        for actor in waiting.keys { scheduler.answer(actor, .killed) }
        ends.note(-1, "the actors wait for each other for ever")
        break
      }
      if next != current, story.stalls, current.map({ waiting[$0] != nil }) == true {
        // Who does not go on has been stopped for longer than anybody waits.
        world.clock.pass(seconds: 3600)
      }
      steps.append(
        Step(
          actor: next, call: call, choice: choice,
          waiting: waiting.filter { ready.contains($0.key) }))
      world.journal.advance()
      last[next] = steps.count - 1
      current = next
      scheduler.answer(next, verdict)
    }
    for task in tasks { await task.value }
    let end = try await WorldEnd.of(world, seat: story.deeds.count)
    var broken = Invariants(world, end).broken
    if let stuck = ends.all[-1] { broken.append(stuck) }
    return Execution(
      steps: steps, choices: choices, ends: ends.all, broken: broken, contents: end.contents)
  }
}
