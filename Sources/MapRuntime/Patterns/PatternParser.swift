/// Reads a pattern: characters, classes, groups, choices, repetitions, borders and what lies ahead.
/// What cannot be searched for in bounded time (what a group took, what it never gives back) is none.
struct PatternParser {
  private(set) var groups = 0
  var rest: Substring
  /// What `(?i)`, `(?s)` and `(?m)` say.
  var flags = PatternFlags()
  private var isAhead = false

  private init(_ source: String) { rest = Substring(source) }

  static func read(
    _ source: String
  ) throws(PatternFailure) -> (node: PatternNode, groups: Int) {
    var parser = PatternParser(source)
    let node = try parser.choice()
    if !parser.rest.isEmpty { throw .invalid("a ')' closes nothing") }
    return (node, parser.groups)
  }

  /// The next code point, which is what patterns see; nil at the end.
  mutating func nextPoint() -> Character? { rest.unicodeScalars.popFirst().map { Character($0) } }

  private mutating func choice() throws(PatternFailure) -> PatternNode {
    var nodes = [try sequence()]
    while take("|") { nodes.append(try sequence()) }
    return nodes.count == 1 ? nodes[0] : .choice(nodes)
  }

  private mutating func sequence() throws(PatternFailure) -> PatternNode {
    var nodes: [PatternNode] = []
    while let next = rest.first, next != "|", next != ")" {
      if take("\\Q") {
        nodes += quoted()
      } else if let node = try item() {
        nodes.append(node)
      } else {
        continue
      }
      // Of quoted characters, the last one is repeated.
      if let last = nodes.popLast() { nodes.append(try repeated(last)) }
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  /// Nil for what only says how the rest is read.
  private mutating func item() throws(PatternFailure) -> PatternNode? {
    guard let character = nextPoint() else { return nil }
    switch character {
    case "(": return try group()
    case "[": return .character(try characterClass())
    case "\\": return try escape()
    case ".":
      let kind: CharacterKind = flags.coversLines ? .any : .lineBreak
      return one(.kind(kind, isNegated: !flags.coversLines))
    case "^": return .border(flags.isByLine ? .lineStart : .textStart)
    case "$": return .border(flags.isByLine ? .lineEnd : .textEnd)
    case "*", "+", "?": throw .invalid("a '\(character)' repeats nothing")
    default: return one(.exactly(character))
    }
  }

  func one(_ part: PatternCharacter.Part) -> PatternNode {
    .character(PatternCharacter([part], ignoresCase: flags.ignoresCase))
  }

  private mutating func group() throws(PatternFailure) -> PatternNode? {
    let outer = (flags, isAhead)
    let opening = try opening()
    if case .flags = opening { return nil }
    var number = 0
    if case .kept = opening {
      if isAhead { throw .invalid("a group of what lies ahead is not kept; begin it with '(?:'") }
      groups += 1
      number = groups
    }
    if case .ahead = opening { isAhead = true }
    let node = try choice()
    guard take(")") else { throw .invalid("a '(' is not closed") }
    (flags, isAhead) = outer
    switch opening {
    case .kept: return .group(node, number: number)
    case .ahead(let isNegated): return .ahead(node, isNegated: isNegated)
    case .plain, .flags: return node
    }
  }

  private mutating func repeated(_ node: PatternNode) throws(PatternFailure) -> PatternNode {
    guard let times = takeTimes() else { return node }
    if case .border = node { throw .invalid("a border between characters is not repeated") }
    if case .ahead = node { throw .invalid("what lies ahead is not repeated") }
    if let upper = times.upper, upper < times.lower {
      throw .invalid("'{\(times.lower),\(upper)}' is no number of times")
    }
    let isLazy = take("?")
    if !isLazy, rest.first == "+" {
      throw .invalid("a '+' behind a repetition, which gives nothing back, is not taken")
    }
    if takeTimes() != nil { throw .invalid("what is repeated is repeated again; put it in '(?:)'") }
    return .repeated(node, lower: times.lower, upper: times.upper, isLazy: isLazy)
  }

  /// `*`, `+`, `?`, `{2}`, `{2,}`, `{,3}` or `{2,3}`; another brace is text.
  private mutating func takeTimes() -> (lower: Int, upper: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard rest.first == "{", let end = rest.firstIndex(of: "}") else { return nil }
    let parts = rest[rest.index(after: rest.startIndex)..<end].filter { $0 != " " }
      .split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first, let last = parts.last,
      !(first.isEmpty && last.isEmpty), let lower = Self.number(first, otherwise: 0),
      let upper = Self.number(last, otherwise: -1)
    else { return nil }
    rest = rest[rest.index(after: end)...]
    return (lower, upper < 0 ? nil : upper)
  }

  private static func number(_ text: some StringProtocol, otherwise: Int) -> Int? {
    if text.isEmpty { return otherwise }
    guard text.allSatisfy({ $0.isASCII && $0.isWholeNumber }) else { return nil }
    return Int(text) ?? .max
  }

  /// Whether the rest begins with this, which is taken.
  mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  /// Within `\Q` and `\E` everything stands for itself.
  private mutating func quoted() -> [PatternNode] {
    var nodes: [PatternNode] = []
    while !take("\\E"), let character = nextPoint() { nodes.append(one(.exactly(character))) }
    return nodes
  }
}
