import Testing

/// What a list of recorded differences accepts.
@Suite("recorded differences")
struct RecordedDifferencesTests {
  private let direction = Difference(
    mapping: "CUSTOMER", variant: "default", place: "3", bc: "Name", sales: "name",
    what: "direction both for to-sales")
  private let order = Difference(
    mapping: "CUSTOMER", variant: "default", place: "3", bc: "Name", sales: "name", what: "order")

  private func recorded(_ lines: String...) throws -> RecordedDifferences {
    let header = RecordedDifferences.columns.joined(separator: "\t")
    let text = ([header] + lines).joined(separator: "\n") + "\n"
    return RecordedDifferences(try FactTable(text: text, columns: RecordedDifferences.columns))
  }

  @Test("a difference with its reason is no problem")
  func withReason() throws {
    #expect(try recorded(direction.line(reason: "O-12")).problems([direction]) == [])
  }

  @Test("a difference needs a record of its own, of the same kind")
  func withoutRecord() throws {
    let line = direction.line(reason: "O-12")
    #expect(try recorded().problems([order]) == ["not recorded: " + order.line(reason: "")])
    #expect(
      try recorded(line).problems([direction, order])
        == ["not recorded: " + order.line(reason: "")])
    #expect(
      try recorded(line).problems([direction, direction])
        == ["not recorded: " + direction.line(reason: "")])
    #expect(try recorded(line).problems([order]).count == 2)
  }

  @Test("a record without a difference is a problem, once for each such line")
  func stale() throws {
    let line = direction.line(reason: "O-12")
    #expect(try recorded(line).problems([]) == ["recorded, but there is none: " + line])
    #expect(
      try recorded(line, line).problems([direction]) == ["recorded, but there is none: " + line])
  }

  @Test("a reason of nothing but blanks is none", arguments: ["", "  "])
  func emptyReason(_ reason: String) throws {
    let line = direction.line(reason: reason)
    #expect(try recorded(line).problems([direction]) == ["recorded without a reason: " + line])
  }

  @Test("a line with a column too few is no line")
  func brokenLine() {
    #expect(throws: FactTable.Problem.self) { try recorded("CUSTOMER\tdefault") }
  }
}
