import MapRuntime
import Testing

@Suite("Values")
struct ValueTests {
  let id = Guid(high: 1, low: 2)

  @Test("'', the zero guid and a lookup without a record are empty")
  func normalizesEmpties() {
    #expect(Value.of(text: "") == .empty)
    #expect(Value.of(guid: .zero) == .empty)
    #expect(Value.of(lookup: Lookup(table: "account", id: .zero)) == .empty)
    for value in [.text(""), .guid(.zero), .lookup(Lookup(table: "a", id: .zero)), Value.empty] {
      #expect(value.isEmpty)
    }
  }

  @Test("numbers, booleans and options are never empty, nor is a space")
  func keepsBlanksThatAreValues() {
    let values: [Value] = [
      .integer(0), .decimal(0), .boolean(false), .option(OptionValue(0)), .of(text: " "),
      .date(.first), .dateTime(DateTimeValue(milliseconds: 0)), .of(guid: id),
      .of(lookup: Lookup(table: "account", id: id)),
    ]
    #expect(values.allSatisfy { !$0.isEmpty })
  }

  @Test("a value is written in the plain text of its type")
  func describes() throws {
    let moment = try #require(DateTimeValue(parsing: "2026-01-15T09:00:00Z"))
    let expected: [(Value, String)] = [
      (.empty, ""), (.text("Adatum"), "Adatum"), (.integer(-7), "-7"),
      (.decimal(try DecimalValue(parsing: "1.50")), "1.5"), (.boolean(true), "true"),
      (.date(moment.date), "2026-01-15"), (.dateTime(moment), "2026-01-15T09:00:00Z"),
      (.guid(id), "00000000-0000-0001-0000-000000000002"), (.option(OptionValue(3)), "3"),
      (
        .lookup(Lookup(table: "account", id: id)),
        "account 00000000-0000-0001-0000-000000000002"
      ),
    ]
    for (value, text) in expected {
      #expect(value.description == text)
    }
  }
}
