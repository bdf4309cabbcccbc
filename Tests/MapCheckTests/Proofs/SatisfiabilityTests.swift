import MapLanguage
import MapRuntime
import Testing

@testable import MapCheck

@Suite("records that pass several conditions")
struct SatisfiabilityTests {
  private let table = FieldMaker.table(
    .bc,
    [
      FieldMaker.field("Kind", .option, options: ["Company", "Person", "Other"]),
      FieldMaker.field("Name", .text(length: 10)),
      FieldMaker.field("Alias", .text(length: 10)),
      FieldMaker.field("Amount", .integer),
    ])

  private func kind(_ number: Int32) -> EffectiveTest {
    .equals(.value(.option(OptionValue(number))))
  }

  @Test("a witness passes all of them")
  func witness() throws {
    let conditions = [
      FieldMaker.condition([(0, .anyOf([kind(0), kind(1)])), (1, .like("A*"))]),
      FieldMaker.condition([(0, .not(kind(0)))]),
      FieldMaker.condition(
        [], any: [[.none, FieldMaker.condition([(3, .above(.value(.integer(5))))])]]),
    ]
    let record = try #require(Satisfiability(of: conditions, in: table).witness)
    let evaluator = ConditionEvaluator(table: table)
    for condition in conditions { #expect(evaluator.holds(condition, on: record) == true) }
    #expect(record[0] == .option(OptionValue(1)))
  }

  @Test("what contradicts itself over several conditions is a proof")
  func never() {
    let one = FieldMaker.condition([(0, kind(0))])
    let other = FieldMaker.condition(
      [],
      any: [
        [
          FieldMaker.condition([(0, kind(1))]),
          FieldMaker.condition([(0, .anyOf([kind(2), kind(1)]))]),
        ]
      ])
    #expect(Satisfiability(of: [one, other], in: table).isNever)
    #expect(!Satisfiability(of: [other], in: table).isNever)
  }

  @Test("what depends on a variable is no proof, and a setting that fits makes a witness")
  func variables() {
    let setting = Variable.setting("kind", .option)
    let equal = FieldMaker.condition([(0, .equals(.variable(setting)))])
    #expect(Satisfiability(of: [equal], in: table).witness != nil)
    let unequal = FieldMaker.condition([(0, .not(.equals(.variable(setting))))])
    let both = Satisfiability(of: [equal, unequal], in: table)
    #expect(both.witness == nil && !both.isNever)
  }

  @Test("fields that must be equal are")
  func equalFields() throws {
    let condition = FieldMaker.condition([(1, .field(2)), (2, .like("B*"))])
    let record = try #require(Satisfiability(of: [condition], in: table).witness)
    #expect(record[1] == record[2])
  }

  @Test("a record passes a condition or its negation, never both")
  func negation() {
    let conditions = [
      FieldMaker.condition([(0, kind(0)), (1, .like("A*"))]),
      FieldMaker.condition(
        [(3, .atLeast(.value(.integer(0))))],
        any: [[FieldMaker.condition([(0, kind(0))]), FieldMaker.condition([(1, .empty)])]]),
      .none,
    ]
    let evaluator = ConditionEvaluator(table: table)
    let records: [[Int: Value]] = [
      [:], [0: .option(OptionValue(1))], [1: .text("A")], [3: .integer(-1)],
      [0: .option(OptionValue(2)), 1: .text("B"), 3: .integer(1)],
    ]
    for condition in conditions {
      for record in records {
        let holds = evaluator.holds(condition, on: record)
        #expect(holds != nil)
        #expect(holds != evaluator.holds(condition.negated, on: record))
      }
    }
  }

  @Test("many lists of 'any' are too many to keep apart, and nothing is claimed")
  func many() {
    let list = (0..<3).map { FieldMaker.condition([(0, kind(Int32($0)))]) }
    let condition = FieldMaker.condition([], any: Array(repeating: list, count: 12))
    #expect(!Satisfiability(of: [condition], in: table).isNever)
  }

  @Test("BC's numbers are zero where a record says nothing, and Sales' are empty")
  func blanks() {
    let zero = EffectiveTest.equals(.value(.integer(0)))
    #expect(ConditionEvaluator(table: table).holds(zero, of: 3, on: [:]) == true)
    let sales = FieldMaker.table(.sales, [FieldMaker.field("amount", .integer)])
    #expect(ConditionEvaluator(table: sales).holds(zero, of: 0, on: [:]) == false)
  }
}
