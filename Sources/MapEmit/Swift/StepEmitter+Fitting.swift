import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Converting a value to its target's type, and fitting it.
extension StepEmitter {
  /// Converts a value that is there to the target's type, fits and writes it.
  func finish(_ value: SwiftCode, _ type: FieldType, _ file: inout SwiftFile) {
    let converted = converted(value, type)
    let fitted = fitted(converted, type, &file)
    let result: SwiftCode =
      kind == .text && isOptionalTarget && mayBecomeBlank ? "Filled.text(\(fitted))" : fitted
    file.line("\(local) = \(result)")
  }

  var mayBecomeBlank: Bool {
    if case .code = step.targetType { return true }
    return !operations.isEmpty
  }

  func normalizes(_ type: FieldType) -> Bool {
    if case .code = step.targetType {
      if case .code = type { return false }
      return true
    }
    return false
  }

  func converted(_ value: SwiftCode, _ type: FieldType) -> SwiftCode {
    switch (SwiftKind(type), kind) {
    case (.text, .text): normalizes(type) ? "Conversion.code(from: \(value))" : value
    case (.integer, .text), (.guid, .text):
      normalizes(type)
        ? "Conversion.code(from: Conversion.text(from: \(value)))"
        : "Conversion.text(from: \(value))"
    case (.integer, .decimal): "Conversion.decimal(from: \(value))"
    case (.decimal, .integer):
      step.targetType == .bigInteger
        ? "try RuleFitting.bigInteger(\(value), rule: \(step.rule))"
        : "try RuleFitting.integer(\(value), rule: \(step.rule))"
    case (.integer, .integer):
      type == .bigInteger && step.targetType == .integer
        ? "try RuleFitting.integer(\(value), rule: \(step.rule))" : value
    case (.date, .dateTime): "Conversion.dateTime(from: \(value))"
    case (.dateTime, .date): "Conversion.date(from: \(value))"
    default: value
    }
  }

  func needsFitting(_ type: FieldType) -> Bool {
    switch step.targetType {
    case .text, .code, .memo:
      guard let limit = step.targetType.length else { return false }
      return Conversion.longestText(of: type).map { $0 > limit } ?? true
    case .decimal, .money:
      switch type {
      case .integer, .bigInteger: return false
      default: return type.decimalPlaces > step.targetType.decimalPlaces
      }
    default: return false
    }
  }

  func fitted(
    _ value: SwiftCode, _ type: FieldType, _ file: inout SwiftFile
  ) -> SwiftCode {
    guard needsFitting(type) else { return value }
    switch step.targetType {
    case .text, .code, .memo: return fittedText(value, step.targetType.length ?? 0, &file)
    case .decimal, .money:
      let function: SwiftCode = step.tooPrecise == .round ? "rounded" : "exact"
      return
        "try RuleFitting.\(function)(\(value), places: \(step.targetType.decimalPlaces), rule: \(step.rule))"
    default: return value
    }
  }

  func fittedText(
    _ value: SwiftCode, _ limit: Int, _ file: inout SwiftFile
  ) -> SwiftCode {
    switch step.tooLong {
    case .refuse: return "try RuleFitting.whole(\(value), in: \(limit), rule: \(step.rule))"
    case .cut:
      let function: SwiftCode = if case .code = step.targetType { "cutCode" } else { "cut" }
      return "row.\(function)(\(value), to: \(limit), rule: \(step.rule))"
    case .keep:
      return "RuleFitting.kept(\(value), in: \(limit)) ?? \(previous)"
    }
  }
}
