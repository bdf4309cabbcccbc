import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes one field map in one direction: statements that leave its result in a local.
struct StepEmitter {
  let names: EmissionNames
  let mapping: EffectiveMapping
  let conversion: ConversionProgram
  let step: StepProgram
  /// The local that gets the result.
  let local: SwiftCode
  let values: ValueEmitter
  /// True where an earlier step on the same field left its result in the local.
  let isAgain: Bool
  /// The local for the field that picks among tables.
  let pick: SwiftCode?

  private var side: Side { conversion.direction.target }
  private var target: Int { mapping.table(side) }
  private var kind: SwiftKind { SwiftKind(step.targetType) }
  private var storage: SwiftCode { kind.storage(on: side) }
  private var previous: SwiftCode {
    isAgain ? local : "target.\(names.member(step.target, in: target))"
  }
  private var isOptionalTarget: Bool { kind.isOptional(on: side) }

  func emit(_ file: inout SwiftFile) {
    let conditions = self.conditions()
    if conditions.isEmpty, let simple = simple() {
      file.line(isAgain ? "\(local) = \(simple)" : "let \(local): \(storage) = \(simple)")
      return
    }
    if !isAgain { file.line("let \(local): \(storage)") }
    guard !conditions.isEmpty else { return body(&file) }
    file.line("if \(conditions.joined(", ")) {")
    file.inside { body(&$0) }
    if isAgain {
      file.line("}")
    } else {
      file.line("} else {")
      file.inside { $0.line("\(local) = \(previous)") }
      file.line("}")
    }
  }

  // MARK: Conditions

  private func conditions() -> [SwiftCode] {
    var conditions: [SwiftCode] = []
    if let occasion = step.onlyOn {
      conditions.append(occasion == .create ? "row.isNew" : "!row.isNew")
    }
    if let block = step.together { conditions.append("isFilled\(block)") }
    if let back = step.wayBack, let test = comesBack(back) {
      conditions.append("row.isNew || !\(test)")
    }
    return conditions
  }

  /// Whether what is stored comes back as the source.
  private func comesBack(_ back: WayBack) -> SwiftCode? {
    guard case .field(let place, _) = Self.base(of: step.value) else { return nil }
    let source: SwiftCode = "source.\(names.member(place, in: mapping.table(side.other)))"
    let stored: SwiftCode = "target.\(names.member(step.target, in: target))"
    return
      "Self.wayBack\(step.rule)\(SwiftValue.suffix(side)).comesBack(.of(\(stored)), as: .of(\(source)))"
  }

  // MARK: The value

  private static func base(of value: ValueProgram) -> ValueProgram {
    switch value {
    case .transformed(let inner, _), .mapped(let inner, _, _): base(of: inner)
    default: value
    }
  }

  /// The steps between the base and the result, innermost first.
  private static func operations(of value: ValueProgram) -> [ValueProgram] {
    switch value {
    case .transformed(let inner, _), .mapped(let inner, _, _): operations(of: inner) + [value]
    default: []
    }
  }

  private var base: ValueProgram { Self.base(of: step.value) }
  private var operations: [ValueProgram] { Self.operations(of: step.value) }

  /// The whole step as one expression, where it is a plain copy.
  private func simple() -> SwiftCode? {
    guard operations.isEmpty, step.sameAs == nil, case .clear = step.empty else {
      return simpleConstant()
    }
    if case .reference = base { return nil }
    let value = values.expression(base, as: step.targetType)
    guard value.kind == kind, !needsFitting(value.type), !normalizes(value.type) else {
      return simpleConstant()
    }
    if isOptionalTarget { return value.filled ?? value.code }
    if !value.isOptional { return value.code }
    return "\(value.code) ?? \(kind.blank(on: side))"
  }

  private func simpleConstant() -> SwiftCode? {
    guard operations.isEmpty, step.sameAs == nil, case .operand(.value(let value)) = base,
      let folded = ConstantFolding.fold(value, through: [], of: step)
    else { return nil }
    if folded.isEmpty { return kind.blank(on: side) }
    return SwiftValue.literal(folded)
  }

  private func body(_ file: inout SwiftFile) {
    if let other = step.sameAs { sameAs(other, &file) }
    if case .reference(let slot) = base {
      return reference(conversion.references[slot], slot, &file)
    }
    let value = values.expression(base, as: step.targetType)
    guard let filled = value.filled else {
      return operate(value.code, value.type, &file)
    }
    file.line("if let value = \(filled) {")
    file.inside { operate("value", value.type, &$0) }
    file.line("} else {")
    file.inside { empty(&$0) }
    file.line("}")
  }

  private func sameAs(_ other: ValueProgram, _ file: inout SwiftFile) {
    let expected = values.expression(other, as: step.targetType)
    let found: SwiftCode
    if case .reference(let slot) = base {
      found = "row.reference(\(slot)).lookup"
    } else {
      found = values.expression(base, as: step.targetType).code
    }
    file.line("if let expected = \(expected.code), expected != \(found) {")
    file.inside { $0.line("throw RecordRefusal(.sameAs, rule: \(step.rule))") }
    file.line("}")
  }

  private func empty(_ file: inout SwiftFile) {
    switch step.empty {
    case .clear: file.line("\(local) = \(kind.blank(on: side))")
    case .keep: keep(&file)
    case .refuse: file.line("throw RecordRefusal(.empty, rule: \(step.rule))")
    case .use(let program):
      let value = values.expression(program, as: step.targetType)
      if let filled = value.filled {
        file.line("if let value = \(filled) {")
        file.inside { finish("value", value.type, &$0) }
        file.line("} else {")
        file.inside { $0.line("\(local) = \(kind.blank(on: side))") }
        file.line("}")
      } else {
        finish(value.code, value.type, &file)
      }
    }
  }

  private func keep(_ file: inout SwiftFile) {
    if !isAgain { file.line("\(local) = \(previous)") }
  }

  /// Applies transforms and the value map to a value that is there.
  private func operate(_ start: SwiftCode, _ type: FieldType, _ file: inout SwiftFile) {
    var value = start
    var type = type
    for (place, operation) in operations.enumerated() {
      switch operation {
      case .transformed(_, let transform):
        let next: SwiftCode = "value\(step.rule)_\(place)"
        TransformEmitter.emit(transform, of: value, type, into: next, rule: step.rule, &file)
        value = next
        type = transform.accepts(type) ?? type
      case .mapped(_, let pairs, let otherwise):
        return mapped(value, pairs, otherwise, after: Array(operations[(place + 1)...]), &file)
      default: break
      }
    }
    finish(value, operations.isEmpty ? type : TransformEmitter.loosened(type), &file)
  }

  private func mapped(
    _ value: SwiftCode, _ pairs: [EffectiveValueMap.Pair], _ otherwise: ValueProgram.MapOtherwise,
    after: [ValueProgram], _ file: inout SwiftFile
  ) {
    file.line("switch \(value) {")
    var seen: Set<Value> = []
    for pair in pairs where !pair.source.isEmpty && seen.insert(pair.source).inserted {
      file.line("case \(SwiftValue.literal(pair.source)):")
      file.inside { assign(pair.target, after, &$0) }
    }
    let isExhaustive = seen == [.boolean(true), .boolean(false)]
    if !isExhaustive {
      file.line("default:")
      file.inside { file in
        switch otherwise {
        case .keep: if isAgain { file.line("break") } else { keep(&file) }
        case .refuse, .same: file.line("throw RecordRefusal(.otherwise, rule: \(step.rule))")
        case .value(.value(let value)): assign(value, after, &file)
        case .value(let operand):
          let value = values.expression(.operand(operand), as: step.targetType)
          file.line("\(local) = \(value.code)")
        }
      }
    }
    file.line("}")
  }

  /// Writes a value that is known now, through the transforms that follow.
  private func assign(_ value: Value, _ after: [ValueProgram], _ file: inout SwiftFile) {
    let transforms = after.compactMap { program -> Transform? in
      if case .transformed(_, let transform) = program { transform } else { nil }
    }
    guard let folded = ConstantFolding.fold(value, through: transforms, of: step) else {
      file.line("throw RecordRefusal(.value, rule: \(step.rule))")
      return
    }
    file.line(
      "\(local) = \(folded.isEmpty ? kind.blank(on: side) : SwiftValue.literal(folded))")
  }

  // MARK: Fitting

  /// Converts a value that is there to the target's type, fits and writes it.
  private func finish(_ value: SwiftCode, _ type: FieldType, _ file: inout SwiftFile) {
    let converted = converted(value, type)
    let fitted = fitted(converted, type, &file)
    let result: SwiftCode =
      kind == .text && isOptionalTarget && mayBecomeBlank ? "Filled.text(\(fitted))" : fitted
    file.line("\(local) = \(result)")
  }

  private var mayBecomeBlank: Bool {
    if case .code = step.targetType { return true }
    return !operations.isEmpty
  }

  private func normalizes(_ type: FieldType) -> Bool {
    if case .code = step.targetType {
      if case .code = type { return false }
      return true
    }
    return false
  }

  private func converted(_ value: SwiftCode, _ type: FieldType) -> SwiftCode {
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

  private func needsFitting(_ type: FieldType) -> Bool {
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

  private func fitted(
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

  private func fittedText(
    _ value: SwiftCode, _ limit: Int, _ file: inout SwiftFile
  ) -> SwiftCode {
    switch step.tooLong {
    case .refuse: return "try RuleFitting.whole(\(value), in: \(limit), rule: \(step.rule))"
    case .cut:
      if case .code = step.targetType { return "RuleFitting.cutCode(\(value), to: \(limit))" }
      return "TextLength.cut(\(value), to: \(limit))"
    case .keep:
      return "RuleFitting.kept(\(value), in: \(limit)) ?? \(previous)"
    }
  }

  // MARK: References

  private func reference(
    _ reference: ReferenceProgram, _ slot: Int, _ file: inout SwiftFile
  ) {
    let isLocal = reference.emptyMeansLocalCurrency && conversion.direction == .toBC
    let lookup: SwiftCode =
      "source.\(names.member(reference.source, in: mapping.table(side.other)))"
    // The local currency's record means no code at all, coupled or not (R B-19).
    file.line(
      isLocal
        ? "switch \(lookup) == row.run.localCurrency ? .empty : row.reference(\(slot)) {"
        : "switch row.reference(\(slot)) {")
    if conversion.direction == .toBC {
      file.line(
        pick == nil ? "case .bc(let key, _):" : "case .bc(let key, pick: let picked):")
      file.inside { file in
        finish("key", .code(length: Int.max), &file)
        if let pick { file.line("if let picked { \(pick) = picked }") }
      }
    } else if kind == .option {
      file.line("case .option(let option):")
      file.inside { $0.line("\(local) = option") }
    } else {
      file.line("case .sales(let lookup):")
      file.inside { $0.line("\(local) = lookup") }
    }
    file.line("case .uncoupled:")
    file.inside { uncoupled(reference, &$0) }
    file.line("default:")
    file.inside { file in
      if reference.emptyMeansLocalCurrency {
        file.line("\(local) = \(side == .sales ? "row.run.localCurrency" : "\"\"")")
      } else {
        if case .keep = step.empty, isAgain { file.line("break") } else { empty(&file) }
      }
    }
    file.line("}")
  }

  private func uncoupled(_ reference: ReferenceProgram, _ file: inout SwiftFile) {
    switch reference.uncoupled {
    case .wait, .synchronize: file.line("throw RecordRefusal(.waiting, rule: \(step.rule))")
    case .refuse: file.line("throw RecordRefusal(.uncoupled, rule: \(step.rule))")
    case .later, .keep: if isAgain { file.line("break") } else { keep(&file) }
    case .clear:
      if reference.emptyMeansLocalCurrency {
        file.line("\(local) = \(kind.blank(on: side))")
      } else if case .keep = step.empty, isAgain {
        file.line("break")
      } else {
        empty(&file)
      }
    }
  }
}
