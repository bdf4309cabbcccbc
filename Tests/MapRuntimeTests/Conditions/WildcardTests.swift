import MapRuntime
import Testing

@Suite("Wildcards")
struct WildcardTests {
  @Test("* is any text, ? one code point, the rest itself")
  func matches() {
    let expected: [(String, String, Bool)] = [
      ("A*", "Adatum", true), ("A*", "A", true), ("A*", "adatum", false), ("A*", "BA", false),
      ("*A", "BA", true), ("*A", "AB", false), ("*a*", "Adatum", true), ("*x*", "Adatum", false),
      ("?", "Å", true), ("?", "👩", true), ("??", "e\u{301}", true), ("?", "e\u{301}", false),
      ("\u{E9}", "e\u{301}", false), ("a?b", "a\r\nb", false), ("a*b", "a\r\nb", true),
      ("?", "", false), ("?", "AB", false),
      ("A?C", "ABC", true), ("A?C", "AC", false), ("", "", true), ("", "A", false),
      ("*", "", true), ("**", "", true), ("*?", "", false), ("*?", "A", true),
      ("a*b*c", "a1b2b3c", true), ("a*b*c", "a1c2b", false), ("*ab", "aab", true),
      ("*aab", "aaaab", true), ("a.c", "abc", false), ("ABC", "ABC", true), ("AB", "ABC", false),
    ]
    for (source, text, result) in expected {
      #expect(
        Wildcard(source).matches(text, caseSensitive: true) == result, "\(text) like \(source)")
    }
  }

  @Test("without case, case does not matter to the letters")
  func matchesWithoutCase() {
    #expect(Wildcard("å*d").matches("ÅRHUS D", caseSensitive: false))
    #expect(Wildcard("Å*D").matches("århus d", caseSensitive: false))
    #expect(!Wildcard("å*d").matches("ARHUS D", caseSensitive: false))
    #expect(!Wildcard("å*d").matches("ÅRHUS D", caseSensitive: true))
  }

  @Test("many stars on a long text take no exponential time", .timeLimit(.minutes(1)))
  func staysLinear() {
    let pattern = Wildcard(String(repeating: "a*", count: 40) + "b")
    let text = String(repeating: "a", count: 5_000)
    #expect(!pattern.matches(text, caseSensitive: true))
    #expect(pattern.matches(text + "b", caseSensitive: true))
  }
}
