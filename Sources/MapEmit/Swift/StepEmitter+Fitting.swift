import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Converting a value to its target's type, and fitting it.
extension StepEmitter {
  /// Converts a value that is there to the target's type, fits and writes it. A text of which
  /// nothing is left on the way is judged as empty.
  /// - Parameters:
  ///   - mayBeBlank: a step may have left nothing of it.
  ///   - isJudged: it stands for an empty value already.
  func finish(
    _ value: SwiftCode, _ type: FieldType, mayBeBlank: Bool = false, isJudged: Bool = false,
    _ file: inout SwiftFile
  ) {
    let converted = converted(value, type)
    guard kind == .text, !isJudged, !step.clearsEmpty else {
      return file.line("\(local) = \(filled(fitted(converted, type)))")
    }
    guard mayBeBlank || normalizes(type) else { return fit(converted, type, &file) }
    ifFilled("Filled.text(\(converted))", as: "value\(step.rule)", &file) {
      fit("value\(step.rule)", type, &$0)
    }
  }

  private func fit(_ value: SwiftCode, _ type: FieldType, _ file: inout SwiftFile) {
    let fitted = fitted(value, type)
    guard mayCutAll(type) else { return file.line("\(local) = \(fitted)") }
    ifFilled("Filled.text(\(fitted))", as: "value\(step.rule)", &file) {
      $0.line("\(local) = value\(step.rule)")
    }
  }

  /// A text as its target stores it, where it may be ''.
  private func filled(_ text: SwiftCode) -> SwiftCode {
    kind == .text && isOptionalTarget && mayBecomeBlank ? "Filled.text(\(text))" : text
  }

  private var mayBecomeBlank: Bool {
    if case .code = step.targetType { return true }
    return !operations.isEmpty || mayCutAll(step.valueType)
  }

  /// Whether a cut may leave nothing: no more than one unit fits, and a character may have two.
  private func mayCutAll(_ type: FieldType) -> Bool {
    guard needsFitting(type), case .cut = step.tooLong else { return false }
    return step.targetType.length.map { $0 < 2 } ?? false
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

  func fitted(_ value: SwiftCode, _ type: FieldType) -> SwiftCode {
    guard needsFitting(type) else { return value }
    switch step.targetType {
    case .text, .code, .memo: return fittedText(value, step.targetType.length ?? 0)
    case .decimal, .money:
      let function: SwiftCode = step.tooPrecise == .round ? "rounded" : "exact"
      return
        "try RuleFitting.\(function)(\(value), places: \(step.targetType.decimalPlaces), rule: \(step.rule))"
    default: return value
    }
  }

  func fittedText(_ value: SwiftCode, _ limit: Int) -> SwiftCode {
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

extension StepProgram {
  /// Whether an empty value empties the target, which needs no judging.
  fileprivate var clearsEmpty: Bool { if case .clear = empty { true } else { false } }
}
