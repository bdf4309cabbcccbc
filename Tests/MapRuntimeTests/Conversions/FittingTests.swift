import MapRuntime
import Testing

@Suite("Fitting")
struct FittingTests {
  @Test("a text that fits is whole, whatever the answer", arguments: TooLong.allCases)
  func keepsWhatFits(answer: TooLong) {
    #expect(Fitting.text("Aarhus", length: 6, tooLong: answer) == .whole("Aarhus"))
    #expect(Fitting.text("Aarhus", length: nil, tooLong: answer) == .whole("Aarhus"))
    #expect(Fitting.code("AB", length: 2, tooLong: answer) == .whole("AB"))
  }

  @Test("a text that is too long does what the answer says")
  func answersTooLong() {
    #expect(Fitting.text("Århus😀", length: 6, tooLong: .cut) == .cut("Århus"))
    #expect(Fitting.text("Aarhus", length: 5, tooLong: .refuse) == .refused)
    #expect(Fitting.text("Aarhus", length: 5, tooLong: .keep) == .kept)
  }

  @Test("a code that was cut ends without a space")
  func cutsCodes() {
    #expect(Fitting.code("AB CD", length: 3, tooLong: .cut) == .cut("AB"))
    #expect(Fitting.code("AB CD", length: 4, tooLong: .cut) == .cut("AB C"))
    #expect(Fitting.code("AB CD", length: 3, tooLong: .refuse) == .refused)
  }

  @Test("a decimal with too many places is rounded or refused")
  func answersTooPrecise() throws {
    let price = try DecimalValue(parsing: "-12.345")
    let rounded = try DecimalValue(parsing: "-12.35")
    #expect(Fitting.decimal(price, places: 2, tooPrecise: .round) == .cut(rounded))
    #expect(Fitting.decimal(price, places: 2, tooPrecise: .refuse) == .refused)
    for answer in TooPrecise.allCases {
      #expect(Fitting.decimal(price, places: 3, tooPrecise: answer) == .whole(price))
    }
    let largest = DecimalValue(units: .max)
    #expect(Fitting.decimal(largest, places: 0, tooPrecise: .round) == .refused)
  }

  @Test("what is written is there unless the value was refused or kept")
  func givesContent() {
    #expect(Fitted.whole("a").content == "a")
    #expect(Fitted.cut("b").content == "b")
    #expect(Fitted<String>.refused.content == nil)
    #expect(Fitted<String>.kept.content == nil)
  }
}
