import MapRuntime

/// Random records and conditions on them, the same for a seed.
struct Samples<Place: SampleSide> {
  private var state: UInt64
  private let texts = [
    "", "a", "A", "ä", "Ä", "a\u{308}", "ß", "ı", "I", "K", "\u{212A}", "abc", "b",
  ]

  init(seed: UInt64) { state = seed }

  mutating func number(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  mutating func record() -> SampleRecord<Place> {
    let texts = self.texts
    var record = SampleRecord<Place>("x" + texts[number(texts.count)])
    record.number = texts[number(texts.count)].isEmpty ? nil : texts[1 + number(texts.count - 1)]
    record.credit = number(4) == 0 ? nil : DecimalValue(Int64(number(7)) - 3)
    record.employees = number(4) == 0 ? nil : Int64(number(7)) - 3
    record.type = [nil, OptionValue(3), OptionValue(11)][number(3)]
    record.since =
      number(3) == 0 ? nil : DateTimeValue(milliseconds: Int64(number(3)) * 86_400_000)
    return record
  }

  mutating func condition(depth: Int = 0) -> RowCondition {
    let clauses = (0...number(2)).map { _ in clause() }
    guard depth < 1, number(3) == 0 else { return RowCondition(clauses) }
    return RowCondition(
      clauses, any: [[condition(depth: depth + 1), condition(depth: depth + 1)]])
  }

  private mutating func clause() -> RowCondition.Clause {
    let fields = [
      "name", "accountnumber", "creditlimit", "numberofemployees", "customertypecode", "since",
    ]
    let field = fields[number(fields.count)]
    return RowCondition.Clause(field, test(field, depth: 0))
  }

  private mutating func value(_ field: String) -> Value {
    let texts = self.texts
    return switch field {
    case "creditlimit", "numberofemployees":
      number(2) == 0
        ? .integer(Int64(number(7)) - 3) : .decimal(DecimalValue(Int64(number(7)) - 3))
    case "customertypecode": .option(OptionValue([3, 11][number(2)]))
    case "since":
      number(2) == 0
        ? .dateTime(DateTimeValue(milliseconds: Int64(number(3)) * 86_400_000))
        : .date(DateValue(days: Int32(number(3))))
    case "name": .text("X" + texts[number(texts.count)])
    default: .of(text: texts[number(texts.count)])
    }
  }

  private mutating func test(_ field: String, depth: Int) -> ConditionTest {
    switch number(depth < 2 ? 12 : 9) {
    case 0: .empty
    case 1: .notEmpty
    case 2: .above(value(field))
    case 3: .below(value(field))
    case 4: .atLeast(value(field))
    case 5: .atMost(value(field))
    case 6: .between(value(field), value(field))
    case 7: .like(Wildcard(["a*", "*", "x?", "?"][number(4)]))
    case 8: .equals(value(field))
    case 9: .not(test(field, depth: depth + 1))
    case 10: .anyOf([test(field, depth: depth + 1), test(field, depth: depth + 1)])
    default: .field(["accountnumber", "creditlimit", field][number(3)])
    }
  }
}
