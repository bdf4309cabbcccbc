import MapRuntime
import Testing

@Suite("A crash is an interruption, not a decision")
struct InterruptionTests {
  static let stories: [Story] = ConflictPolicy.updates.flatMap { conflict in
    let said = conflict.said
    let pair = WorldSetup(conflict: conflict, pairs: ["Adatum"])
    var histories: [(String, WorldSetup, [Deed])] = []
    // Where one side changed, who wins among fields says no more than who wins among records.
    if conflict.by == .record || conflict.update == .refuse {
      histories += [
        ("an update to Sales", pair, [.edit("Adatum", .bc, .phone, "1")]),
        ("an update to BC", pair, [.edit("Adatum", .sales, .phone, "1")]),
        (
          "a merge", pair,
          [.edit("Adatum", .bc, .credit, "500"), .edit("Adatum", .sales, .state, "inactive")]
        ),
      ]
    }
    // Who wins says nothing of a new record.
    if conflict == ConflictPolicy() {
      histories += [
        ("a creation to Sales", WorldSetup(scope: .all, inBC: ["Adatum"]), []),
        ("a creation to BC", WorldSetup(scope: .all, inSales: ["Adatum"]), []),
      ]
    }
    // Both sides changed the same field.
    histories.append(
      (
        "a conflict", pair,
        [.edit("Adatum", .bc, .phone, "1"), .edit("Adatum", .sales, .phone, "2")]
      ))
    // Each side changed another field, alone and beside a conflict.
    if conflict.by == .field {
      let apart: [Deed] = [
        .edit("Adatum", .bc, .address, "Dock"), .edit("Adatum", .sales, .phone, "2"),
      ]
      if conflict.update == .refuse {
        histories.append(("another field of each side", pair, apart))
      }
      histories.append(
        ("a conflict beside a field", pair, apart + [.edit("Adatum", .bc, .phone, "1")]))
    }
    return histories.flatMap { title, setup, before in
      let later: [Deed?] = [
        nil, .edit("Adatum", .bc, .phone, "3"), .edit("Adatum", .sales, .phone, "3"),
        .edit("Adatum", .bc, .address, "Dock"), .edit("Adatum", .sales, .address, "Dock"),
        .delete("Adatum", .bc), .delete("Adatum", .sales),
      ]
      return later.map { edit in
        Story(
          title: "\(title), \(said)\(edit.map { ", then \($0)" } ?? "")", setup: setup,
          before: before, deeds: [.run] + (edit.map { [$0] } ?? []), kills: true)
      }
    }
  }

  /// A person edits while nothing runs: after the run, or after its end by a kill or by a failure.
  /// What the next runs come to is what they would have come to without that end: where nothing was
  /// written yet, as if the run had not begun; where all was, as if it had ended.
  @Test("what follows a kill is what would have followed without it", arguments: stories)
  func equal(_ story: Story) async throws {
    let image = try await WorldImage.of(story.setup)
    let files = try WorldFiles(image, processes: story.deeds.count + 1)
    let whole = try await Execution.run(story, [], image, files)
    var without = story
    without.deeds.removeFirst()
    let untouched = try await Execution.run(without, [], image, files)
    let written = whole.systemWrites(of: 0)
    let run = whole.steps.prefix { $0.actor == 0 }
    for index in run.indices.dropFirst() {
      for (kind, deed) in [(Choice.Kind.kill(0), Deed.run), (.fail(0), .serve)]
      where isWorthTrying(kind, run, index) {
        var story = story
        story.deeds[0] = deed
        var choices = [Choice(step: index, kind: kind)]
        // The edit comes before the service's next round.
        if deed == .serve { choices.append(Choice(step: index + 1, kind: .turn(1))) }
        let execution = try await Execution.run(story, choices, image, files)
        // What the failed run did not create, nobody can edit before the next one.
        if deed == .serve, story.deeds.count > 1, execution.steps[index + 1].actor != 1 { continue }
        let before = execution.systemWrites(of: 0, before: index)
        var allowed: [[String]] = []
        if before < written || written == 0 { allowed.append(untouched.contents) }
        if before > 0 || written == 0 { allowed.append(whole.contents) }
        guard let wanted = allowed.last, !allowed.contains(execution.contents) else { continue }
        // Between two writes it is neither; then what always must hold says what is right.
        let isBetween = before > 0 && before < written || story.deletesWhatWas
        if isBetween, execution.broken.isEmpty { continue }
        let differences =
          execution.contents.filter { !wanted.contains($0) }.map { "is there: \($0)" }
          + wanted.filter { !execution.contents.contains($0) }.map { "should be: \($0)" }
        Issue.record(
          Comment(rawValue: StoryText(story, execution, broken: differences).text))
        return
      }
    }
  }

  /// A kill after a call that wrote nothing is one before it; and only the state's calls fail here.
  private func isWorthTrying(
    _ kind: Choice.Kind, _ run: ArraySlice<Execution.Step>, _ index: Int
  ) -> Bool {
    switch kind {
    case .kill: !run[index - 1].call.footprint.writes.isEmpty
    case .fail:
      !run[index].call.footprint.writes.isEmpty
        && run[index].call.footprint.writes.isDisjoint(with: [.bc, .sales])
    case .turn: false
    }
  }
}

extension Story {
  /// A person deletes a record that was there before anything ran: what was written to it is gone
  /// with it, and nobody can tell any more whether it was.
  fileprivate var deletesWhatWas: Bool {
    deeds.contains { deed in
      if case .delete(let name, _) = deed { setup.pairs.contains(name) } else { false }
    }
  }
}
