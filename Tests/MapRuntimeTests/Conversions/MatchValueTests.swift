import MapRuntime
import Testing

/// What a BC value becomes where records are matched.
struct MatchValueTests {
  @Test("Empty texts are left out; one of which nothing is left matches nothing (R D-47)")
  func empty() {
    let plain = MatchValue(from: .code(length: 20), to: .text(length: 20))
    #expect(plain.value(of: .empty) == .empty)
    #expect(plain.value(of: .text("A")) == .text("A"))
    let digits = MatchValue(
      from: .text(length: 20), to: .text(length: 20), transforms: [.digitsOnly])
    #expect(digits.value(of: .text("abc")) == nil)
    #expect(digits.value(of: .text("a1b2")) == .text("12"))
  }

  @Test("A value map gives the value that is written; what has none matches nothing")
  func values() {
    let map = MatchValue(
      from: .boolean, to: .option,
      values: [.init(source: .boolean(true), target: .option(OptionValue(1)))])
    #expect(map.value(of: .boolean(true)) == .option(OptionValue(1)))
    #expect(map.value(of: .boolean(false)) == nil)
    #expect(map.value(of: .empty) == .empty)
  }

  @Test("A text that would be cut is looked for as it stands in Sales")
  func cut() {
    let cut = MatchValue(from: .text(length: 10), to: .text(length: 3), cut: true)
    #expect(cut.value(of: .text("abcdef")) == .text("abc"))
    let whole = MatchValue(from: .text(length: 10), to: .text(length: 3))
    #expect(whole.value(of: .text("abcdef")) == .text("abcdef"))
  }

  @Test("Numbers come in the places of the Sales field")
  func places() throws {
    let number = MatchValue(from: .decimal(places: 5), to: .money)
    let value = try DecimalValue(parsing: "1.23456")
    #expect(number.value(of: .decimal(value)) == .decimal(try DecimalValue(parsing: "1.2346")))
    #expect(MatchValue(from: .integer, to: .text(length: 9)).value(of: .integer(7)) == .text("7"))
  }
}
