import MapCheck
import MapLanguage
import MapRuntime

/// Filters as tests by field, from both sources in the same words.
enum FilterWords {
  /// The facts' company condition, which the language keeps in `company`.
  static let company = "bcbi_companyid IN (current company, null)"

  /// The tests in a filter cell of the facts, those of the company left out.
  static func facts(_ cell: String) -> [String: String] {
    var tests: [String: String] = [:]
    for part in cell.split(separator: "; ") where part != company {
      let (field, test) = factTest(part)
      // The type column of a lookup is no field here: it says what the lookup's value is.
      let lookup = field.hasSuffix("type") ? String(field.dropLast(4)) : ""
      if tests[lookup] == "not empty" {
        tests[lookup] = "is-a " + test
      } else {
        tests[field] = test
      }
    }
    return tests
  }

  private static func factTest(_ part: Substring) -> (field: String, test: String) {
    for ending in [" <> ''", " not null"] where part.hasSuffix(ending) {
      return (String(part.dropLast(ending.count)), "not empty")
    }
    let sides =
      part.split(separator: " = ", maxSplits: 1).count == 2
      ? part.split(separator: " = ", maxSplits: 1) : part.split(separator: "=", maxSplits: 1)
    guard sides.count == 2 else { return (String(part), "unknown") }
    let value = String(sides[1])
    let isSetting = value == "(true when a default price list is set up, else false)"
    return (String(sides[0]), isSetting ? "$default-price-list-set" : value)
  }

  /// The tests of a mapping's filter.
  static func shipped(_ condition: EffectiveCondition, on table: Table) -> [String: String] {
    var tests: [String: String] = [:]
    for clause in condition.clauses {
      let field = table.fields[clause.field]
      tests[field.name.value] = test(clause.test, of: field, on: table.side)
    }
    if !condition.any.isEmpty { tests["any"] = String(condition.any.count) }
    return tests
  }

  private static func test(_ test: EffectiveTest, of field: Field, on side: Side) -> String {
    switch test {
    case .equals(let operand): value(operand, of: field, on: side)
    case .anyOf(let tests):
      tests.map { Self.test($0, of: field, on: side) }.joined(separator: " or ")
    case .notEmpty: "not empty"
    case .isA(let table): "is-a " + table
    default: String(describing: test)
    }
  }

  /// The facts give the number of a Sales option too.
  private static func value(_ operand: Operand, of field: Field, on side: Side) -> String {
    let name = Words.value(operand, of: field)
    guard side == .sales, case .value(.option(let option)) = operand else { return name }
    return "\(option.rawValue) (\(name))"
  }

  /// Tests in the order of their fields' names.
  static func text(_ tests: [String: String]) -> String {
    Words.list(tests.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
  }
}
