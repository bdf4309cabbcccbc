/// An execution as people read it, and as it can be run again.
struct StoryText {
  let story: Story
  let execution: Execution
  /// What is wrong with it.
  let broken: [String]

  init(_ story: Story, _ execution: Execution, broken: [String]? = nil) {
    self.story = story
    self.execution = execution
    self.broken = broken ?? execution.broken
  }

  var text: String {
    var lines = ["\(story.title): \(broken.joined(separator: "; "))"]
    for deed in story.before { lines.append("  before: \(deed)") }
    for (actor, deed) in story.deeds.enumerated() { lines.append("  \(name(actor)) is \(deed)") }
    for (index, step) in execution.steps.enumerated() {
      if index > 0, step.actor != execution.steps[index - 1].actor { lines.append("") }
      let what =
        switch step.choice?.kind {
        case .kill: "is killed before it \(step.call.name)"
        case .fail: "fails to do this: it \(step.call.name)"
        case .turn, nil: step.call.name
        }
      lines.append("  \(index) \(name(step.actor)) \(what)")
    }
    for (actor, sentence) in execution.ends.sorted(by: { $0.key < $1.key }) where actor >= 0 {
      lines.append("  \(name(actor)) ended: \(sentence)")
    }
    lines.append("  at rest:")
    lines += execution.contents.map { "    \($0)" }
    lines.append("  again: MAPC_REPLAY='\(story.title) @ \(Self.text(execution.choices))'")
    return lines.joined(separator: "\n")
  }

  private func name(_ actor: Int) -> String { String(UnicodeScalar(UInt8(65 + actor))) }

  /// `12B 30×A 31!A`: after 12 steps B goes on, after 30 A is killed, after 31 a call of A fails.
  static func text(_ choices: [Choice]) -> String {
    choices.map { choice in
      let (mark, actor) =
        switch choice.kind {
        case .turn(let actor): ("", actor)
        case .kill(let actor): ("x", actor)
        case .fail(let actor): ("!", actor)
        }
      return "\(choice.step)\(mark)\(String(UnicodeScalar(UInt8(65 + actor))))"
    }.joined(separator: " ")
  }

  /// Nil for a text that is none.
  static func choices(_ text: String) -> [Choice]? {
    var choices: [Choice] = []
    for word in text.split(separator: " ") {
      let digits = word.prefix { $0.isNumber }
      var rest = word.dropFirst(digits.count)
      let mark = rest.first
      if mark == "x" || mark == "!" { rest = rest.dropFirst() }
      guard let step = Int(digits), let letter = rest.first?.asciiValue, letter >= 65 else {
        return nil
      }
      let actor = Int(letter) - 65
      choices.append(
        Choice(
          step: step,
          kind: mark == "x" ? .kill(actor) : mark == "!" ? .fail(actor) : .turn(actor)))
    }
    return choices
  }
}
