import MapRuntime
import Testing

@Suite("A field's digest tells whether its content is another one")
struct FieldDigestTests {
  private func text(_ text: String) -> FieldDigest {
    FieldDigest(.of(text: text), in: .text(length: nil))
  }

  @Test("what is the same to its field has the same digest")
  func same() {
    let code = FieldType.code(length: 20)
    #expect(FieldDigest(.text(" eur"), in: code) == FieldDigest(.text("EUR"), in: code))
    #expect(text("eur") != text("EUR"))
    let decimal = FieldType.decimal(places: 2)
    #expect(
      FieldDigest(.integer(5), in: decimal) == FieldDigest(.decimal(DecimalValue(5)), in: decimal))
    let moment = DateTimeValue(midnightOf: DateValue(days: 20_000))
    #expect(
      FieldDigest(.date(DateValue(days: 20_000)), in: .dateTime)
        == FieldDigest(.dateTime(moment), in: .dateTime))
  }

  @Test("only what is empty has the digest of what is empty")
  func empty() {
    #expect(text("") == .empty)
    #expect(FieldDigest(.text(" "), in: .code(length: 20)) == .empty)
    #expect(FieldDigest(.guid(.zero), in: .guid) == .empty)
    #expect(FieldDigest(.lookup(Lookup(table: "account", id: .zero)), in: .lookup) == .empty)
    #expect(FieldDigest(.boolean(false), in: .boolean) != .empty)
    #expect(FieldDigest(.decimal(.zero), in: .money) != .empty)
    #expect(FieldDigest(.option(OptionValue(0)), in: .option) != .empty)
  }

  @Test("no two of the values that fields of few values have share one")
  func few() {
    let options = (Int32(-10)...20_000).map { FieldDigest(.option(OptionValue($0)), in: .option) }
    #expect(Set(options).count == options.count)
    let added = (Int32(100_000_000)...100_020_000).map {
      FieldDigest(.option(OptionValue($0)), in: .option)
    }
    #expect(Set(added).count == added.count)
    #expect(FieldDigest(.boolean(true), in: .boolean) != FieldDigest(.boolean(false), in: .boolean))
  }

  @Test("texts that differ a little, anywhere, differ", arguments: [1, 7, 8, 9, 40, 250])
  func little(length: Int) {
    let whole = String(repeating: "a", count: length)
    var digests: Set<FieldDigest> = [text(whole), text(whole + "a"), text(whole + "\0")]
    for place in 0..<length {
      var letters = Array(whole)
      letters[place] = "b"
      digests.insert(text(String(letters)))
    }
    #expect(digests.count == length + 3)
  }

  @Test("of 100,000 texts hardly two share one")
  func many() {
    // Two of so many 32 bits meet about once.
    let digests = Set((0..<100_000).map { text("Customer \($0)") })
    #expect(digests.count > 99_990)
  }

  @Test("a reference is its table and its id")
  func references() {
    let id = Guid(high: 1, low: 2)
    let account = FieldDigest(.lookup(Lookup(table: "account", id: id)), in: .lookup)
    #expect(account != FieldDigest(.lookup(Lookup(table: "contact", id: id)), in: .lookup))
    let other = Lookup(table: "account", id: Guid(high: 1, low: 3))
    #expect(account != FieldDigest(.lookup(other), in: .lookup))
  }
}
