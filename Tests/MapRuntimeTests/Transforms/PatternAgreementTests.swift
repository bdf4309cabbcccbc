import MapRuntime
import Testing

@Suite("Patterns do what Swift's own regular expressions do")
struct PatternAgreementTests {
  /// What both find: the match and its groups.
  private func expectSame(_ source: String, _ text: String) throws {
    let pattern = try TextPattern(source)
    let regex = try Regex(source).matchingSemantics(.unicodeScalar)
    let template = (0...min(9, pattern.groups)).map { "$\($0)|" }.joined()
    let found = try? pattern.filled(template, from: text)
    let expected = try regex.firstMatch(in: text).map { match in
      (0...min(9, pattern.groups)).map { "\(match.output[$0].substring ?? "")|" }.joined()
    }
    #expect(found == expected, "\(source) on \(text.debugDescription)")
  }

  @Test("random patterns on random texts")
  func random() throws {
    var numbers = Numbers(state: 7)
    for _ in 0..<2_000 {
      let source = pattern(2, &numbers)
      let text = String((0..<numbers.below(9)).map { _ in numbers.pick("aab1 -é") })
      try expectSame(source, text)
    }
  }

  private struct Numbers {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }

    mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element {
      choices[choices.index(choices.startIndex, offsetBy: below(choices.count))]
    }
  }

  private func pattern(_ depth: Int, _ numbers: inout Numbers) -> String {
    (0...numbers.below(3)).map { _ in item(depth, &numbers) }.joined()
  }

  /// What is repeated takes at least a character: where it takes none, how often it counts is
  /// nobody's business.
  private func item(_ depth: Int, _ numbers: inout Numbers) -> String {
    let one = numbers.pick([
      "a", "b", ".", "\\d", "\\w", "[ab]", "[^a]", "[a-c1-3]", "\\s", "é", "-", "\\W",
    ])
    let times = numbers.pick(["", "", "*", "+", "?", "*?", "+?", "{2}", "{1,2}", "{0,1}?"])
    switch numbers.below(depth > 0 ? 9 : 4) {
    case 4: return "(\(pattern(depth - 1, &numbers)))"
    case 5: return "(?:\(one)\(pattern(depth - 1, &numbers)))\(times)"
    case 6: return "(\(pattern(depth - 1, &numbers))|\(pattern(depth - 1, &numbers)))"
    case 7: return "(?\(numbers.pick("=!"))\(one)\(numbers.pick(["", "a", "*b"])))"
    case 8: return numbers.pick(["^", "$", "\\ba"])
    default: return one + times
    }
  }

  @Test(
    "patterns as people write them",
    arguments: [
      ("^(\\d{4})\\s*(.*)$", "8000 Aarhus C"), ("^(\\D+?)\\s+(\\d+\\w?)$", "Søndergade 12B"),
      ("^\\+?45[ ]?((\\d\\d ?){4})$", "+45 12 34 56 78"), ("([^@]+)@(.+)", "info@adatum.dk"),
      ("(?i)^(mr|mrs|ms)\\.?\\s+(.+)$", "MRS. Smith"), ("(.*),\\s*(.*)", "Smith, John, Jr."),
      ("(?<last>\\w+),\\s(?<first>\\w+)", "Doe, Jane"), ("^0*(\\d+)$", "000120"),
      ("^(.{1,5}).*$", "Adatum Corporation"), ("\\b(\\w)(\\w*)\\b", "hello world"),
      ("^(?!DE)([A-Z]{2})(\\d+)$", "DK12345678"), ("(?s)^(.*)\\z", "a\nb"), ("[\\w.-]+", "a.b-c d"),
      ("(?m)^b(.*)$", "a\nbc\nd"), ("\\p{Lu}\\p{Ll}+", "éÉé x"), ("[[:digit:]]+", "ab12"),
      ("a|ab|abc", "abc"), ("(a|ab)(c|bcd)(d*)", "abcd"), ("x*", "aaa"), ("\\u00e9", "e\u{301}"),
      ("[à-ÿ]", "xe\u{301}"), ("[a-z]", "e\u{301}"), ("[0-9]", "1\u{20E3}"), ("\\.", "a.b"),
      ("[^\\n]+", "ab\ncd"), (".", "\r\n"), ("\\R", "a\r\n"), ("\\s", "\r\n"),
    ])
  func usual(source: String, text: String) throws {
    try expectSame(source, text)
  }

  @Test("a line break is its code points; one pattern finds each of them")
  func lineBreaks() throws {
    for text in ["Hall 3\r\nGate B", "Hall 3\nGate B"] {
      #expect(try TextPattern("(.*)\\R(.*)").filled("$1/$2", from: text) == "Hall 3/Gate B")
      #expect(try TextPattern("(.*)\\r?\\n(.*)").filled("$1/$2", from: text) == "Hall 3/Gate B")
      #expect(try TextPattern("([^\\r\\n]+)").filled("$1", from: text) == "Hall 3")
    }
    let exact = try TextPattern("3\\r\\nG")
    #expect(try exact.filled("$0", from: "Hall 3\r\nGate B") == "3\r\nG")
    #expect(throws: TransformFailure.noMatch) { try exact.filled("$0", from: "Hall 3\nGate B") }
  }

  @Test("of quoted characters the last is repeated, and a border is one of words")
  func own() throws {
    #expect(try TextPattern("\\Qa.b\\E+").filled("$0", from: "xa.bb") == "a.bb")
    #expect(try TextPattern("\\b-").filled("$0", from: " - a-") == "-")
    #expect(throws: TransformFailure.noMatch) { try TextPattern("\\b-").filled("$0", from: " -") }
  }

  @Test("a pattern that may match nothing again and again does so once")
  func emptyRepetitions() throws {
    for (source, text, found) in [
      ("(a*)*", "b", "|"), ("(a*)+b", "aab", "aab|"), ("(a|b*)*c", "abac", "abac|a"),
      ("(?:a?)*?b", "aab", "aab|"), ("()*a", "a", "a|"),
    ] {
      let pattern = try TextPattern(source)
      #expect(try pattern.filled("$0|$1", from: text).hasPrefix(found), "\(source)")
    }
  }
}
