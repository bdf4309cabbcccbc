import MapLanguage
import MapRuntime
import Testing

@testable import MapCheck

/// A domain may hold more than a test lets through, never less: nothing in it is a proof.
@Suite("values that a test lets through")
struct ValueDomainTests {
  private struct Case {
    let field: Field
    let values: [Value]
    let tests: [EffectiveTest]
  }

  private static func number(_ text: String) -> Value {
    (try? DecimalValue(parsing: text)).map(Value.decimal) ?? .empty
  }

  private static func day(_ text: String) -> Value {
    DateValue(parsing: text).map(Value.date) ?? .empty
  }

  private static let cases: [Case] = [
    Case(
      field: FieldMaker.field("Kind", .option, options: ["Company", "Person", "Other"]),
      values: (0..<3).map { .option(OptionValue($0)) },
      tests: [
        .equals(.value(.option(OptionValue(1)))),
        .anyOf([.equals(.value(.option(OptionValue(0)))), .empty]),
        .equals(.value(.option(OptionValue(7)))),
      ]),
    Case(
      field: FieldMaker.field("Balance", .decimal(places: 2)),
      values: ["-1", "0", "0.01", "1", "1.5", "9.99", "10", "10.01"].map(number),
      tests: [
        .above(.value(number("1"))), .below(.value(number("1"))),
        .atLeast(.value(number("1.005"))), .atMost(.value(number("1.005"))),
        .between(.value(number("1")), .value(number("10"))),
        .between(.value(number("10")), .value(number("1"))),
        .equals(.value(number("1.005"))), .equals(.value(number("1.5"))),
      ]),
    Case(
      field: FieldMaker.field("Since", .date), values: ["2026-01-01", "2026-06-30"].map(day),
      tests: [
        .above(.value(day("2026-01-01"))), .equals(.value(day("2026-01-01"))), .empty, .notEmpty,
        .atMost(.variable(.today)),
      ]),
    Case(
      field: FieldMaker.field("Name", .text(length: 10)),
      values: ["A", "a", "Adatum", "ADATUM", "B"].map { .text($0) },
      tests: [
        .equals(.value(.text("Adatum"))), .like("A*"), .like("*"), .like("?"),
        .anyOf([.like("B*"), .equals(.value(.text("A")))]), .above(.value(.text("A"))), .empty,
        .equals(.variable(.user)), .field(0), .equals(.value(.text("longer than ten"))),
      ]),
    Case(
      field: FieldMaker.field("Truth", .boolean), values: [.boolean(true), .boolean(false)],
      tests: [.equals(.value(.boolean(true))), .anyOf([])]),
  ]

  @Test("whatever passes is in the domain, on both sides, also for what 'not' turns round")
  func sound() {
    for side in Side.allCases {
      for example in Self.cases {
        let table = FieldMaker.table(side, [example.field])
        let evaluator = ConditionEvaluator(table: table)
        let scope = FieldScope(field: example.field, side: side)
        for test in example.tests.flatMap({ [$0, .not($0), .not(.not($0))] }) {
          let domain = ValueDomain(test, scope)
          for value in example.values + (scope.mayBeEmpty ? [.empty] : []) {
            let passes = evaluator.holds(test, of: 0, on: [0: value])
            let isInside = !domain.intersection(.only(value, scope)).isEmpty
            #expect(passes != true || isInside, "\(test) \(value) \(side)")
          }
        }
      }
    }
  }

  @Test("a value that the domain offers passes, wherever only values decide")
  func exact() {
    for side in Side.allCases {
      for example in Self.cases {
        let table = FieldMaker.table(side, [example.field])
        let evaluator = ConditionEvaluator(table: table)
        for test in example.tests.flatMap({ [$0, .not($0)] }) where !Self.isVague(test) {
          let domain = ValueDomain(test, FieldScope(field: example.field, side: side))
          guard let value = domain.witness else {
            #expect(domain.isEmpty, "\(test) \(side)")
            continue
          }
          #expect(
            evaluator.holds(test, of: 0, on: [0: value]) == true, "\(test) \(value) \(side)")
        }
      }
    }
  }

  /// Orderings of texts, variables and other fields leave everything in.
  private static func isVague(_ test: EffectiveTest) -> Bool {
    switch test {
    case .field, .equals(.variable), .atMost(.variable), .above(.value(.text)): true
    case .not(let inner): isVague(inner)
    default: false
    }
  }

  @Test("what a field cannot hold is nothing")
  func impossible() {
    let name = FieldScope(field: FieldMaker.field("Name", .text(length: 3)), side: .bc)
    #expect(ValueDomain(.equals(.value(.text("long"))), name).isEmpty)
    #expect(ValueDomain(.like("????*"), name).isEmpty)
    let amount = FieldScope(field: FieldMaker.field("Amount", .decimal(places: 2)), side: .bc)
    #expect(ValueDomain(.equals(.value(Self.number("0.001"))), amount).isEmpty)
    #expect(ValueDomain(.empty, amount).isEmpty)
    let sales = FieldScope(field: FieldMaker.field("amount", .money), side: .sales)
    #expect(!ValueDomain(.empty, sales).isEmpty)
  }

  @Test("texts compare with case in BC and without in Sales; codes without")
  func letterCase() {
    func both(_ type: FieldType, _ side: Side) -> ValueDomain {
      let scope = FieldScope(field: FieldMaker.field("Name", type), side: side)
      return ValueDomain(.equals(.value(.text("A"))), scope)
        .intersection(ValueDomain(.equals(.value(.text("a"))), scope))
    }
    #expect(both(.text(length: 5), .bc).isEmpty)
    #expect(!both(.text(length: 5), .sales).isEmpty)
    #expect(!both(.code(length: 5), .bc).isEmpty)
  }
}
