import MapCheck
import MapRuntime

/// Writes an operand as an expression of a field's kind, optional where the run may not have it.
enum OperandEmitter {
  /// The value as a field stores it: its blank where the run does not have it.
  static func stored(_ operand: Operand, as type: FieldType, on side: Side) -> SwiftCode {
    let kind = SwiftKind(type)
    let blank = kind.blank(on: side)
    let value = expression(operand, as: type, on: side)
    switch operand {
    case .value(.empty): return blank
    case .value, .variable(.today): return value
    case .variable: return kind.isOptional(on: side) ? value : "(\(value) ?? \(blank))"
    }
  }

  static func expression(_ operand: Operand, as type: FieldType, on side: Side) -> SwiftCode {
    let kind = SwiftKind(type)
    switch operand {
    case .value(let value): return SwiftValue.literal(value)
    case .variable(.today): return type == .dateTime ? "row.run.now" : "row.run.today"
    case .variable(.user): return "row.run.user"
    case .variable(.localCurrency): return side == .sales ? "row.run.localCurrency" : "nil"
    case .variable(.partner): return "nil"
    case .variable(.optionSetting(let name, let numbers)):
      return "row.run.\(setting(name, numbers)).\(kind.accessor)"
    case .variable(.setting(let name, _)):
      return "row.run.setting(\(SwiftText(name))).\(kind.accessor)"
    }
  }

  /// A setting with named options as an option of a field.
  static func setting(_ name: String, _ numbers: [Int32?]) -> SwiftCode {
    let numbers = numbers.map { number -> SwiftCode in number.map { "\($0)" } ?? "nil" }
    return "setting(\(SwiftText(name)), among: [\(numbers.joined(", "))])"
  }
}
