/// A pattern as steps that are taken one after the other.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    /// Reads a character.
    case read(PatternCharacter)
    /// Goes to the first if that leads to a match, else to the second.
    case split(Int, Int)
    case jump(Int)
    /// Notes where a group starts or ends: its number twice, and one more for the end.
    case note(Int)
    case border(PatternBorder)
    /// What follows must match, or must not; it ends with `found` before `end`.
    case ahead(end: Int, isNegated: Bool)
    case found
  }

  /// Steps that belong together: the whole pattern, or what it asks of the text ahead.
  struct Part: Sendable {
    let readers: [Int]
    let found: Int

    init(_ readers: [Int], found: Int) {
      self.readers = readers
      self.found = found
    }
  }

  private(set) var steps: [Step] = []
  /// What is asked of the text ahead comes before what asks for it.
  private(set) var parts: [Part] = []
  /// For each step, those that lead to it without reading a character.
  private(set) var leading: [[Int]] = []

  init(_ node: PatternNode) {
    append(.group(node, number: 0))
    steps.append(.found)
    parts = Self.parts(of: steps)
    leading = Array(repeating: [], count: steps.count)
    for (step, kind) in steps.enumerated() {
      for next in Self.next(step, kind) { leading[next].append(step) }
    }
  }

  private static func next(_ step: Int, _ kind: Step) -> [Int] {
    switch kind {
    case .read, .found: []
    case .split(let first, let second): [first, second]
    case .jump(let target): [target]
    case .note, .border: [step + 1]
    case .ahead(let end, _): [end]
    }
  }

  private static func parts(of steps: [Step]) -> [Part] {
    // What the parts read in which the step stands, from the outside in.
    var open: [[Int]] = [[]]
    var parts: [Part] = []
    for (step, kind) in steps.enumerated() {
      switch kind {
      case .read: open[open.count - 1].append(step)
      case .ahead: open.append([])
      case .found: if let readers = open.popLast() { parts.append(Part(readers, found: step)) }
      case .split, .jump, .note, .border: break
      }
    }
    return parts
  }

  private mutating func append(_ node: PatternNode) {
    switch node {
    case .character(let character): steps.append(.read(character))
    case .border(let border): steps.append(.border(border))
    case .sequence(let nodes): for node in nodes { append(node) }
    case .group(let node, let number):
      steps.append(.note(number * 2))
      append(node)
      steps.append(.note(number * 2 + 1))
    case .choice(let nodes): append(choice: nodes)
    case .ahead(let node, let isNegated):
      let start = steps.count
      steps.append(.found)
      append(node)
      steps.append(.found)
      steps[start] = .ahead(end: steps.count, isNegated: isNegated)
    case .repeated(let node, let lower, let upper, let isLazy):
      append(node, lower, upper, isLazy)
    }
  }

  private mutating func append(choice nodes: [PatternNode]) {
    var ends: [Int] = []
    for (place, node) in nodes.enumerated() {
      guard place < nodes.count - 1 else {
        append(node)
        break
      }
      let split = steps.count
      steps.append(.found)
      append(node)
      ends.append(steps.count)
      steps.append(.found)
      steps[split] = .split(split + 1, steps.count)
    }
    for end in ends { steps[end] = .jump(steps.count) }
  }

  private mutating func append(
    _ node: PatternNode, _ lower: Int, _ upper: Int?, _ isLazy: Bool
  ) {
    for _ in 0..<lower { append(node) }
    guard let upper else {
      let split = steps.count
      steps.append(.found)
      append(node)
      steps.append(.jump(split))
      steps[split] = Self.split(split + 1, or: steps.count, isLazy)
      return
    }
    var splits: [Int] = []
    for _ in lower..<max(lower, upper) {
      splits.append(steps.count)
      steps.append(.found)
      append(node)
    }
    for split in splits { steps[split] = Self.split(split + 1, or: steps.count, isLazy) }
  }

  private static func split(_ again: Int, or end: Int, _ isLazy: Bool) -> Step {
    isLazy ? .split(end, again) : .split(again, end)
  }
}
