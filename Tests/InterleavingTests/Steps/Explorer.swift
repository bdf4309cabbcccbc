/// Goes through the orders of a story's steps, those with few interruptions first.
///
/// As CHESS does it, the number of interruptions is bounded: an actor goes on until it ends, but for
/// so many places where another one takes over or a process is killed. An order is left out where it
/// differs from another one only in calls that may change places.
struct Explorer {
  let story: Story
  let interruptions: Int
  /// The most executions of one story.
  let limit: Int

  struct Outcome {
    /// By the number of interruptions.
    var executions: [Int] = []
    /// The first that broke something: one with the fewest interruptions.
    var broken: Execution?
  }

  /// Goes on until something breaks.
  func explore() async throws -> Outcome {
    let image = try await WorldImage.of(story.setup)
    let files = try WorldFiles(image, processes: story.deeds.count + 1)
    var outcome = Outcome()
    var level: [[Choice]] = [[]]
    for spent in 0...interruptions {
      let left = limit - outcome.executions.reduce(0, +)
      if level.count > left {
        // Some from everywhere, the same each time.
        let all = level
        level = (0..<max(left, 0)).map { all[$0 * all.count / left] }
      }
      var next: [[Choice]] = []
      var index = 0
      outcome.executions.append(0)
      while index < level.count {
        guard outcome.executions.reduce(0, +) < limit else { return outcome }
        let execution = try await Execution.run(story, level[index], image, files)
        index += 1
        outcome.executions[spent] += 1
        guard execution.broken.isEmpty else {
          outcome.broken = execution
          return outcome
        }
        for (choice, isFree) in alternatives(execution) {
          let choices = execution.choices + [choice]
          if isFree {
            level.append(choices)
          } else if spent < interruptions {
            next.append(choices)
          }
        }
      }
      level = next
    }
    return outcome
  }

  /// The choices that may be made after those of an execution; free ones interrupt nobody.
  private func alternatives(_ execution: Execution) -> [(Choice, isFree: Bool)] {
    let steps = execution.steps
    let first = execution.choices.last.map { $0.step + 1 } ?? 0
    guard first <= steps.count else { return [] }
    var found: [(Choice, isFree: Bool)] = []
    // What each actor does from a step on.
    var rest = [[Int: Footprint]](repeating: [:], count: steps.count + 1)
    for index in steps.indices.reversed() {
      rest[index] = rest[index + 1]
      rest[index][steps[index].actor, default: Footprint()].add(steps[index].call.footprint)
    }
    for index in first..<steps.count {
      let current = index > 0 ? steps[index - 1].actor : nil
      let waiting = steps[index].waiting
      let next = steps[index]
      if let current, waiting[current] != nil, story.kills, story.deeds[current].isProcess,
        !steps[index - 1].call.footprint.writes.isEmpty, !steps[index - 1].isLost
      {
        found.append((Choice(step: index, kind: .kill(current)), false))
      }
      for other in waiting.keys.sorted() where other != next.actor {
        // Two that do the same and have not begun are one.
        if story.deeds[other] == story.deeds[next.actor],
          !steps[..<index].contains(where: { $0.actor == other || $0.actor == next.actor })
        {
          continue
        }
        let theirs = rest[index][other] ?? Footprint()
        if next.actor == current {
          guard next.call.footprint.conflicts(with: theirs) else { continue }
          guard isWorthResuming(other, before: index, steps, waiting) else { continue }
          found.append((Choice(step: index, kind: .turn(other)), false))
        } else {
          found.append((Choice(step: index, kind: .turn(other)), true))
        }
      }
    }
    return found
  }

  /// Whether what came between an actor's interruption and this step touches its next call; else it
  /// might as well have made that call before.
  private func isWorthResuming(
    _ actor: Int, before index: Int, _ steps: [Execution.Step],
    _ waiting: [Int: StepScheduler.Call]
  ) -> Bool {
    guard let last = steps[..<index].lastIndex(where: { $0.actor == actor }),
      let call = waiting[actor]
    else { return true }
    return steps[(last + 1)..<index].contains { $0.call.footprint.conflicts(with: call.footprint) }
  }
}
