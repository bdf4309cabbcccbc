import MapRuntime
import Testing

@Suite("Patterns of texts")
struct TextPatternTests {
  @Test("the template is filled from the first match")
  func fills() throws {
    let expected = [
      ("(\\d+)-(\\d+)", "$2/$1", "no 12-34, 5-6", "34/12"), ("[A-Z]+", "<$0>", "abCDe", "<CD>"),
      ("(a)|(b)", "$1.$2", "b", ".b"), ("a", "$$0 $", "a", "$0 $"), ("a", "$x$7", "a", "$x"),
      ("^(?<street>\\D+) (\\d+)$", "$2 $1", "Søgade 7", "7 Søgade"), ("a", "", "a", ""),
      ("(Mr|Mrs)?\\.? ?(.+)", "$2", "Mr. Smith", "Smith"),
      // Code points: the accent is one, and so are CR and LF.
      ("^(.)(.)$", "$1", "e\u{301}", "e"), ("^a\\r?\\n(.)$", "$1", "a\r\nb", "b"),
      ("a", "$0\u{301}$0", "a", "a\u{301}a"), ("(a)", "$1\u{301}", "a", "a\u{301}"),
    ]
    for (pattern, template, text, result) in expected {
      let transform = Transform.matches(try TextPattern(pattern), template: template)
      #expect(try transform.apply(.text(text)) == .of(text: result), "\(pattern) of \(text)")
    }
  }

  @Test("a text without a match is refused, and so is a very long one")
  func refusesTexts() throws {
    let transform = Transform.matches(try TextPattern("^a+$"), template: "$0")
    #expect(throws: TransformFailure.noMatch) { try transform.apply(.text("ab")) }
    let longest = String(repeating: "a", count: 10_000)
    #expect(try transform.apply(.text(longest)) == .text(longest))
    #expect(throws: TransformFailure.tooLong) { try transform.apply(.text(longest + "a")) }
  }

  @Test(
    "repetitions of what is repeated are taken, as are those of anything else",
    arguments: [
      "(a+)+", "(a*)*b", "(?:a+)+", "(a?)+", "(a|aa)+$", "((a+)b)*", "(a+){2,}", "(a+){3}",
      "(x(a+)){1,9}", "(?<n>a+)*", "(a{1,3})+", "(a{1, 3})+", "([)]a+)+", "(a+)+?", "(a+)b+",
      "(\\d{3}-)*\\d+", "(a|b)?", "(a+)?", "[(a+)]+", "\\(a+\\)+", "(a+){1}", "a{2}b*", "a+?b*",
      "(abc)+", "\\Q(a+)+\\E", "(?:ab){2,3}", "(?=a+)b", "x{,}", "[a\\]+]*", "(?i:ab)c", "a{0}",
      "[^\\d\\s-]+", "[[:alpha:]_]+", "\\p{Lu}\\pL*", "(?!x)a", "\\bfoo\\b", "()*",
    ])
  func takesPatterns(source: String) throws {
    #expect(try TextPattern(source).source == source)
  }

  @Test("patterns that are none say why")
  func refusesPatterns() throws {
    #expect(throws: PatternFailure.empty) { try TextPattern("") }
    let longest = String(repeating: "a", count: 200)
    #expect(try TextPattern(longest).groups == 0)
    #expect(throws: PatternFailure.tooLong) { try TextPattern(longest + "a") }
    for source in [
      "(a", "a)", "[a", "[]", "*", "a|+", "(?<=a)b", "(?<!a)b", "(?x)a", "(?>a)", "a++", "a+{2}",
      "(a+){1}*", "(a)\\1", "\\k<n>", "[a&&b]", "[[a]]", "[z-a]", "[a-\\d]", "\\y", "\\é", "a{3,2}",
      "^*", "(?=a)+", "(?=(a))b", "\\p{Greek}", "[[:graph:]]", "a\\", "(?<n", "\\x{D800}", "(?",
    ] {
      do {
        _ = try TextPattern(source)
        Issue.record("\(source) was taken")
      } catch PatternFailure.invalid(let reason) {
        #expect(!reason.isEmpty)
      }
    }
  }

  @Test("groups are counted, so that a template's are known to exist")
  func countsGroups() throws {
    let expected = [
      ("a", 0), ("(a)(b)", 2), ("(?:a)(b)", 1), ("(?<x>a)", 1), ("(?P<x>a)(b)", 2),
      ("\\((a)[(]", 1), ("((a)b)", 2),
    ]
    for (source, groups) in expected {
      #expect(try TextPattern(source).groups == groups, "\(source)")
    }
    #expect(MatchTemplate("$2 $0 $$7").highestGroup == 2)
    #expect(MatchTemplate("none").highestGroup == 0)
  }

  @Test("patterns are the same if they are written the same")
  func compares() throws {
    #expect(try Set([TextPattern("a"), TextPattern("a"), TextPattern("b")]).count == 2)
  }
}
