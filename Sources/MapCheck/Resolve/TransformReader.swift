import MapLanguage
import MapRuntime
import MapSource

/// Reads one step of a transform.
enum TransformReader {
  /// Why a step cannot be read.
  struct Problem: Error {
    let finding: Finding
  }

  static func read(_ call: TransformCall) -> Result<Transform, Problem> {
    do { return .success(try transform(call)) } catch { return .failure(error) }
  }

  private static func transform(_ call: TransformCall) throws(Problem) -> Transform {
    switch call.name.value {
    case "trim": return .trim
    case "uppercase": return .uppercase
    case "lowercase": return .lowercase
    case "title-case": return .titleCase
    case "digits-only": return .digitsOnly
    case "alphanumeric-only": return .alphanumericOnly
    case "negate": return .negate
    case "at-least-zero": return .atLeastZero
    case "substring":
      let start = try whole(call, 0, atLeast: 1, help: "the first character is 1")
      return .substring(start: start, length: try whole(call, 1, atLeast: 1))
    case "replace":
      let from = try text(call, 0)
      if from.isEmpty { throw problem(call, 0, "is found nowhere: there is nothing to replace") }
      return .replace(from: from, to: try text(call, 1))
    case "prefix": return .prefix(try text(call, 0))
    case "suffix": return .suffix(try text(call, 0))
    case "custom": return .custom(try text(call, 0))
    case "round":
      let places = try whole(call, 0, atLeast: 0)
      guard places <= DecimalValue.maximumPlaces else {
        throw problem(
          call, 0, "is too many: a number has at most \(DecimalValue.maximumPlaces) decimal places")
      }
      return .round(places: places)
    case "multiply":
      let written = try text(call, 0)
      guard let number = try? DecimalValue(parsing: written) else {
        throw problem(call, 0, OperandReader.decimalLimit(of: written) ?? "is no number")
      }
      return .multiply(number)
    case "matches":
      let template = try text(call, 1)
      let pattern = try pattern(call, "pattern", TextPattern.init(_:))
      let group = MatchTemplate(template).highestGroup
      if group > pattern.groups {
        throw problem(call, 1, "names group \(group), and the pattern has \(pattern.groups)")
      }
      return .matches(pattern, template: template)
    case "date-format":
      return .dateFormat(try pattern(call, "date pattern", DatePattern.init(_:)))
    case "number-format":
      return .numberFormat(try pattern(call, "number pattern", NumberPattern.init(_:)))
    default:
      throw Problem(
        finding: Finding(
          "unknown-transform", "'\(call.name.value)' is not a transform", at: call.name.span))
    }
  }

  private static func pattern<Pattern>(
    _ call: TransformCall, _ kind: String, _ read: (String) throws(PatternFailure) -> Pattern
  ) throws(Problem) -> Pattern {
    let written = try text(call, 0)
    do { return try read(written) } catch {
      throw problem(call, 0, "is no \(kind): \(error.reason)")
    }
  }

  private static func text(_ call: TransformCall, _ place: Int) throws(Problem) -> String {
    let count = call.arguments.count
    guard place < count else {
      throw Problem(
        finding: Finding(
          "invalid-value",
          "'\(call.name.value)' takes more than \(count == 1 ? "1 value" : "\(count) values")",
          at: call.span))
    }
    return call.arguments[place].value
  }

  private static func whole(
    _ call: TransformCall, _ place: Int, atLeast least: Int, help: String? = nil
  ) throws(Problem) -> Int {
    guard let number = Int(try text(call, place)), number >= least else {
      throw problem(call, place, "is no whole number of at least \(least)", help: help)
    }
    return number
  }

  private static func problem(
    _ call: TransformCall, _ place: Int, _ what: String, help: String? = nil
  ) -> Problem {
    let argument = call.arguments[place]
    return Problem(
      finding: Finding(
        "invalid-value", "'\(argument.value)' \(what)", at: argument.span, help: help))
  }
}
