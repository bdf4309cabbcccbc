import MapRuntime
import Testing

@Suite("What a run makes of operands")
struct OperandTests {
  private static let user = Lookup(table: "systemuser", id: Guid(high: 1, low: 1))
  private static let currency = Lookup(table: "transactioncurrency", id: Guid(high: 2, low: 2))

  /// Noon of the day 100.
  private static let run = RunValues(
    now: DateTimeValue(milliseconds: 100 * 86_400_000 + 43_200_000), user: user,
    localCurrency: currency,
    settings: ["account": .text("6610"), "type": .option(OptionValue(1))])

  @Test("a day for a date, a moment for a time")
  func today() {
    let operand = Operand.variable(.today)
    #expect(operand.value(as: .date, on: .bc, in: Self.run) == .date(DateValue(days: 100)))
    #expect(operand.value(as: .dateTime, on: .bc, in: Self.run) == .dateTime(Self.run.now))
  }

  @Test("records that only a run knows; Business Central's local currency is no code at all")
  func records() {
    #expect(
      Operand.variable(.user).value(as: .lookup, on: .sales, in: Self.run) == .lookup(Self.user))
    let local = Operand.variable(.localCurrency)
    #expect(local.value(as: .lookup, on: .sales, in: Self.run) == .lookup(Self.currency))
    #expect(local.value(as: .code(length: 10), on: .bc, in: Self.run) == .empty)
    #expect(Operand.variable(.partner).value(as: .lookup, on: .sales, in: Self.run) == .empty)
  }

  @Test("settings, those with named options as the field's own numbers; nothing where not given")
  func settings() {
    func value(_ variable: Variable, as type: FieldType) -> Value {
      Operand.variable(variable).value(as: type, on: .bc, in: Self.run)
    }
    let code = FieldType.code(length: 20)
    #expect(value(.setting("account", code), as: code) == .text("6610"))
    #expect(value(.setting("other", code), as: code) == .empty)
    #expect(value(.optionSetting("type", [2, 3]), as: .option) == .option(OptionValue(3)))
    #expect(value(.optionSetting("type", [2, nil]), as: .option) == .empty)
    #expect(value(.optionSetting("other", [2, 3]), as: .option) == .empty)
  }

  @Test("a condition of operands is one of values in a run")
  func condition() {
    let table = RecordTable(
      .sales, "salesorder",
      [.init("sent", .dateTime), .init("due", .date), .init("account", .text(length: 20))])
    let today = Operand.variable(.today)
    let condition = Condition<Operand>(
      [
        .init("sent", .not(.between(today, today))),
        .init("due", .anyOf([.empty, .atLeast(today), .above(today)])),
      ],
      any: [
        [
          Condition([.init("account", .equals(.variable(.setting("account", .text(length: 20)))))]),
          Condition([.init("account", .like(Wildcard("A*")))]),
        ],
        [
          Condition([.init("due", .field("sent"))]), Condition([.init("due", .notEmpty)]),
          Condition([.init("due", .below(today))]), Condition([.init("due", .atMost(today))]),
          Condition([.init("due", .isA(table: "account"))]),
        ],
      ])
    let moment = Value.dateTime(Self.run.now)
    let day = Value.date(DateValue(days: 100))
    #expect(
      condition.known(of: table, in: Self.run)
        == RowCondition(
          [
            .init("sent", .not(.between(moment, moment))),
            .init("due", .anyOf([.empty, .atLeast(day), .above(day)])),
          ],
          any: [
            [
              RowCondition([.init("account", .equals(.text("6610")))]),
              RowCondition([.init("account", .like(Wildcard("A*")))]),
            ],
            [
              RowCondition([.init("due", .field("sent"))]), RowCondition([.init("due", .notEmpty)]),
              RowCondition([.init("due", .below(day))]), RowCondition([.init("due", .atMost(day))]),
              RowCondition([.init("due", .isA(table: "account"))]),
            ],
          ]))
    #expect(
      condition.fields == ["sent", "due"] + ["account", "account"]
        + Array(repeating: "due", count: 5))
  }
}
