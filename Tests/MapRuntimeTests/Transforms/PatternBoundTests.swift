import MapRuntime
import Testing

@Suite("The bound of a pattern's work", .timeLimit(.minutes(1)))
struct PatternBoundTests {
  /// Patterns that a search with ways back tries polynomially or exponentially many ways.
  private static let nasty = [
    ".*(\\d+).*(\\d+).*(\\d+).*(\\d+)x", "(\\d+)+x", "(\\d*)*x", "(\\d|\\d\\d)+x",
    "(\\d?){60}\\d{60}x", "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x", "(?:\\d+\\d+)+x", "^(\\d+)*$x",
    "(?=.*x)(?=.*y)\\d+", "(?:(?=\\d*x)\\d|\\d)*x", "(.?){200}x", "\\d{1,900}x", "(((\\d*)*)*)*x",
    "(?i)[a-z0-9]*[0-9a-z]*x", "(|\\d|\\d+)*x", "(?!.*x).*y", "(\\w+\\s?)*x",
  ]

  @Test("every accepted pattern ends on the longest text, where nothing matches", arguments: nasty)
  func ends(source: String) throws {
    let pattern = try TextPattern(source)
    let text = String(repeating: "1234567890", count: 1_000)
    #expect(throws: TransformFailure.noMatch) { try pattern.filled("$0", from: text) }
    #expect(throws: TransformFailure.noMatch) { try pattern.filled("$0", from: "0123456789") }
  }

  @Test("the largest program ends on the longest text")
  func largest() throws {
    let pattern = try TextPattern("(?:[^x]|.){499}(?:y|[^x]){250}x")
    let text = String(repeating: "é", count: 10_000)
    #expect(throws: TransformFailure.noMatch) { try pattern.filled("$0", from: text) }
  }

  @Test(
    "repetitions that stand for too much are refused",
    arguments: [
      "a{2001}", "(a{60}){60}", "((a{99}){99}){99}", "(){9999999999}",
      "(?:){99999999999999999999}", "a{3,9223372036854775807}",
      "(((a{999}){999}){999}){999}",
    ])
  func tooManySteps(source: String) {
    #expect(throws: PatternFailure.tooManySteps) { try TextPattern(source) }
  }

  @Test(
    "what people write in mappings stays within the bound",
    arguments: ["a{1990}", "^.{1,250}$", "^(\\d{4})[ -]?(.{0,900})$"])
  func usual(source: String) throws {
    #expect(try TextPattern(source).source == source)
  }

  @Test("a long text is matched as a short one is")
  func long() throws {
    let text = String(repeating: "ab ", count: 3_000)
    let pattern = try TextPattern("^(.*) (\\w+) $")
    let found = try pattern.filled("$2|$1", from: text)
    #expect(found == "ab|" + text.dropLast(4))
  }
}
