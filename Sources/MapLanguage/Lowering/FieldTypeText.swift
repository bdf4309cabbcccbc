import MapKeys
import MapRuntime

/// Reads a type as it is written: `code(20)`, `decimal(2)`, `memo`.
enum FieldTypeText {
  /// Every type with what stands in its brackets.
  static let forms = [
    "text(n)", "code(n)", "memo", "memo(n)", "integer", "bigint", "decimal(places)", "money",
    "boolean", "date", "datetime", "guid", "option", "lookup",
  ]

  static let names = forms.map { String($0.prefix { $0 != "(" }) }

  /// Why a type cannot be read.
  enum Problem: Error {
    case unknown(name: String)
    case needsNumber(form: String)
    case takesNoNumber(name: String)
    case outOfRange(ClosedRange<Int>)
  }

  static func parse(_ text: String) throws(Problem) -> FieldType {
    switch text {
    case "text": return .text(length: nil)
    case "memo": return .memo(length: nil)
    case "integer": return .integer
    case "bigint": return .bigInteger
    case "money": return .money
    case "boolean": return .boolean
    case "date": return .date
    case "datetime": return .dateTime
    case "guid": return .guid
    case "option": return .option
    case "lookup": return .lookup
    case "code": throw .needsNumber(form: "code(20)")
    case "decimal": throw .needsNumber(form: "decimal(2)")
    default: return try parseSized(text)
    }
  }

  private static func parseSized(_ text: String) throws(Problem) -> FieldType {
    guard text.hasSuffix(")"), let bracket = text.firstIndex(of: "(") else {
      throw .unknown(name: text)
    }
    let name = String(text[..<bracket])
    let number = Lowering.number(String(text[text.index(after: bracket)...].dropLast()))
    let length: ClosedRange<Int> = 1...1_073_741_823
    switch name {
    case "text": return .text(length: try check(number, length))
    case "code": return .code(length: try check(number, length))
    case "memo": return .memo(length: try check(number, length))
    case "decimal": return .decimal(places: try check(number, 0...10))
    default:
      throw names.contains(name) ? .takesNoNumber(name: name) : .unknown(name: name)
    }
  }

  private static func check(_ number: Int?, _ range: ClosedRange<Int>) throws(Problem) -> Int {
    guard let number, range.contains(number) else { throw .outOfRange(range) }
    return number
  }
}
