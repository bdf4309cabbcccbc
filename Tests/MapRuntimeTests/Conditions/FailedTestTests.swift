import Testing

@testable import MapRuntime

@Suite("A record that does not pass a condition is told which part of it, and where it stands")
struct FailedTestTests {
  private let table = RecordTable(
    .bc, "Customer",
    [.init("City", .text(length: 30)), .init("Blocked", .option), .init("Name", .text(length: 30))])

  private func failing(_ condition: RowCondition, city: String, blocked: Int32) -> [Int?] {
    let values = RecordValues([.of(text: city), .option(OptionValue(blocked)), .empty])
    return condition.failing(values, in: table).map(\.line)
  }

  @Test("the first clause that fails, or the first of each way that would have done")
  func clauses() {
    let condition = RowCondition(
      [.init("City", .equals(.text("Rome")), line: 3)],
      any: [
        [
          RowCondition([.init("Blocked", .equals(.option(OptionValue(0))), line: 5)]),
          RowCondition([
            .init("City", .notEmpty, line: 6), .init("Name", .notEmpty, line: 7),
          ]),
        ]
      ])
    #expect(failing(condition, city: "Oslo", blocked: 0) == [3])
    #expect(failing(condition, city: "Rome", blocked: 3) == [5, 7])
    #expect(failing(condition, city: "Rome", blocked: 0) == [])
  }

  @Test("a clause asks the same wherever it stands")
  func places() {
    let clause = RowCondition.Clause("City", .notEmpty, line: 3)
    #expect(clause == RowCondition.Clause("City", .notEmpty))
    #expect(Set([clause, RowCondition.Clause("City", .notEmpty, line: 4)]).count == 1)
    #expect(clause != RowCondition.Clause("City", .empty, line: 3))
  }

  @Test(
    "in words",
    arguments: [
      (.equals("Rome"), "City is 'Oslo', and must be 'Rome'"),
      (.anyOf([.equals("Rome"), .empty]), "City is 'Oslo', and must be 'Rome' or nothing"),
      (.not(.equals("Oslo")), "City is 'Oslo', and must be other than 'Oslo'"),
      (
        .not(.anyOf([.equals("Oslo"), .empty])),
        "City is 'Oslo', and must be neither 'Oslo' nor nothing"
      ),
      (.above("Rome"), "City is 'Oslo', and must be more than 'Rome'"),
      (.below("Bonn"), "City is 'Oslo', and must be less than 'Bonn'"),
      (.atLeast("Rome"), "City is 'Oslo', and must be at least 'Rome'"),
      (.atMost("Bonn"), "City is 'Oslo', and must be at most 'Bonn'"),
      (.between("A", "B"), "City is 'Oslo', and must be from 'A' to 'B'"),
      (.like(Wildcard("R*")), "City is 'Oslo', and must be like 'R*'"),
      (.isA(table: "account"), "City is 'Oslo', and must be a record of account"),
      (.field("Name"), "City is 'Oslo', and must be the same as Name"),
    ] as [(FieldTest<String>, String)])
  func words(_ test: FieldTest<String>, _ sentence: String) {
    #expect(FailedTest("City", "Oslo", test).sentence == sentence)
    #expect(FailedTest("City", "", .notEmpty).sentence == "City is nothing, and must be filled")
  }
}
