import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// The value map, and what becomes of its values.
extension StepEmitter {
  /// - Parameter next: the place of the operation behind the value map.
  func mapped(
    _ value: SwiftCode, _ type: FieldType, _ pairs: [EffectiveValueMap.Pair],
    _ otherwise: ValueProgram.MapOtherwise, before next: Int, _ file: inout SwiftFile
  ) {
    file.line(SwiftKind(type) == .text ? "switch ExactText(\(value)) {" : "switch \(value) {")
    var seen: Set<Value> = []
    for pair in pairs where !pair.source.isEmpty && seen.insert(pair.source).inserted {
      file.line("case \(SwiftValue.literal(pair.source)):")
      file.inside { assign(pair.target, before: next, &$0) }
    }
    let isExhaustive = seen == [.boolean(true), .boolean(false)]
    if !isExhaustive {
      file.line("default:")
      file.inside { file in
        switch otherwise {
        case .keep: if isAgain { file.line("break") } else { keep(&file) }
        case .refuse, .same: file.line("throw RecordRefusal(.otherwise, rule: \(step.rule))")
        case .value(.value(let value)): assign(value, before: next, &file)
        case .value(let operand): assign(operand, before: next, &file)
        }
      }
    }
    file.line("}")
  }

  /// Writes a value that is known now, through the transforms that follow; those up to a function
  /// of the host are done here.
  private func assign(_ value: Value, before next: Int, _ file: inout SwiftFile) {
    let known = operations.dropFirst(next).prefix { Self.transform($0)?.isCustom == false }
    let transforms = known.compactMap(Self.transform)
    guard next + known.count == operations.count else {
      return assign(value, through: transforms, before: next + known.count, &file)
    }
    guard let folded = ConstantFolding.fold(value, through: transforms, of: step) else {
      file.line("throw RecordRefusal(.value, rule: \(step.rule))")
      return
    }
    if folded.isEmpty { return emptyCase(&file) }
    file.line("\(local) = \(SwiftValue.literal(folded))")
  }

  private func assign(
    _ value: Value, through transforms: [Transform], before next: Int, _ file: inout SwiftFile
  ) {
    var value = value
    var type = step.targetType
    for transform in transforms {
      guard let made = try? transform.apply(value) else {
        file.line("throw RecordRefusal(.value, rule: \(step.rule))")
        return
      }
      value = made
      type = TransformTyping.result(of: transform, isLast: false, from: type, to: step.targetType)
    }
    if value.isEmpty { return emptyCase(&file) }
    operate(SwiftValue.literal(value), type, from: next, &file)
  }

  /// The same with a value of the run.
  private func assign(_ operand: Operand, before next: Int, _ file: inout SwiftFile) {
    let value = values.expression(.operand(operand), as: step.targetType)
    guard let filled = value.filled else {
      guard next < operations.count else { return file.line("\(local) = \(value.code)") }
      return operate(value.code, value.type, from: next, &file)
    }
    ifFilled(filled, as: "value", &file) { operate("value", value.type, from: next, &$0) }
  }

  private static func transform(_ operation: ValueProgram) -> Transform? {
    if case .transformed(_, let transform) = operation { transform } else { nil }
  }
}

extension Transform {
  fileprivate var isCustom: Bool { if case .custom = self { true } else { false } }
}
