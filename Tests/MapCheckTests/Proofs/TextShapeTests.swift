import MapRuntime
import Testing

@testable import MapCheck

@Suite("forms of texts")
struct TextShapeTests {
  private func answer(
    like: [String] = [], not: [String] = [], longest: Int? = nil
  ) -> TextShape.Answer {
    TextShape(
      required: like.map { .like($0, isCaseSensitive: true) },
      excluded: not.map { .like($0, isCaseSensitive: true) }
    ).answer(longest: longest, isCaseSensitive: true, isCode: false)
  }

  @Test("two forms that no text has together")
  func apart() {
    #expect(answer(like: ["A*", "B*"]) == .none)
    #expect(answer(like: ["*A", "*B"]) == .none)
    #expect(answer(like: ["??", "???"]) == .none)
    #expect(answer(like: ["A*"], not: ["*"]) == .none)
    #expect(answer(like: ["ABC*"], longest: 2) == .none)
    #expect(answer(like: ["AB"], not: ["A?"]) == .none)
  }

  @Test(
    "a text that has both forms passes the runtime's wildcards",
    arguments: [
      (["A*", "*B"], []), (["*X*", "??Y*"], ["X*"]), (["A*"], ["A"]), (["?"], ["A", "B", "0"]),
      (["*1*2*", "*2*1*"], []), ([], ["A*", "B*"]),
    ])
  func together(_ like: [String], _ not: [String]) throws {
    guard case .text(let text) = answer(like: like, not: not) else {
      Issue.record("no text found")
      return
    }
    for pattern in like { #expect(Wildcard(pattern).matches(text, caseSensitive: true)) }
    for pattern in not { #expect(!Wildcard(pattern).matches(text, caseSensitive: true)) }
  }

  @Test(
    "forms with many places are given up, and not looked at for minutes", .timeLimit(.minutes(1)))
  func givesUp() {
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    let one = letters.map { "*\($0)" }.joined()
    let other = letters.reversed().map { "?*\($0)" }.joined()
    #expect(answer(like: [one + one, other + other], longest: 2_000) == .unknown)
  }

  @Test("'' is no text")
  func nothing() {
    #expect(answer(not: ["?*"]) == .none)
  }
}
