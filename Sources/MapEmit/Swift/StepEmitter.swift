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

  var side: Side { conversion.direction.target }
  var target: Int { mapping.table(side) }
  var kind: SwiftKind { SwiftKind(step.targetType) }
  var storage: SwiftCode { kind.storage(on: side) }
  var previous: SwiftCode {
    isAgain ? local : "target.\(names.member(step.target, in: target))"
  }
  var isOptionalTarget: Bool { kind.isOptional(on: side) }

  func emit(_ file: inout SwiftFile) {
    let conditions = self.conditions()
    if conditions.isEmpty, let simple = simple() {
      file.line(isAgain ? "\(local) = \(simple)" : "let \(local): \(storage) = \(simple)")
      return
    }
    if !isAgain { file.line("let \(local): \(storage)") }
    guard var last = conditions.last else { return taken(&file) }
    if conditions.count > 1, step.wayBack != nil {
      // An alternative among conditions is hard to read.
      file.line("let isTaken\(step.rule) = \(last)")
      last = "isTaken\(step.rule)"
    }
    file.line("if \((conditions.dropLast() + [last]).joined(", ")) {")
    file.inside { taken(&$0) }
    if isAgain {
      file.line("}")
    } else {
      file.line("} else {")
      file.inside { $0.line("\(local) = \(previous)") }
      file.line("}")
    }
  }

  /// The statements that take the source's value.
  private func taken(_ file: inout SwiftFile) {
    if let simple = simple() { return file.line("\(local) = \(simple)") }
    body(&file)
  }

  // MARK: Conditions

  func conditions() -> [SwiftCode] {
    var conditions: [SwiftCode] = []
    if let occasion = step.onlyOn {
      conditions.append(occasion == .create ? "row.isNew" : "!row.isNew")
    }
    if let block = step.together { conditions.append("isFilled\(block)") }
    if let back = step.wayBack, let test = comesBack(back) {
      // An empty source goes by its own rule, whatever is stored.
      let source = values.expression(base, as: step.targetType).filled
      conditions.append(
        source.map { "row.isNew || \($0) == nil || !\(test)" } ?? "row.isNew || !\(test)")
    }
    return conditions
  }

  /// Whether what is stored comes back as the source.
  func comesBack(_ back: WayBack) -> SwiftCode? {
    guard case .field(let place, _) = Self.base(of: step.value) else { return nil }
    let source: SwiftCode = "source.\(names.member(place, in: mapping.table(side.other)))"
    let stored: SwiftCode = "target.\(names.member(step.target, in: target))"
    return
      "Self.wayBack\(step.rule)\(SwiftValue.suffix(side)).comesBack(.of(\(stored)), as: .of(\(source)))"
  }

  // MARK: The value

  static func base(of value: ValueProgram) -> ValueProgram {
    switch value {
    case .transformed(let inner, _), .mapped(let inner, _, _): base(of: inner)
    default: value
    }
  }

  /// The steps between the base and the result, innermost first.
  static func operations(of value: ValueProgram) -> [ValueProgram] {
    switch value {
    case .transformed(let inner, _), .mapped(let inner, _, _): operations(of: inner) + [value]
    default: []
    }
  }

  var base: ValueProgram { Self.base(of: step.value) }
  var operations: [ValueProgram] { Self.operations(of: step.value) }

  /// The whole step as one expression, where it is a plain copy.
  func simple() -> SwiftCode? {
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

  func simpleConstant() -> SwiftCode? {
    guard operations.isEmpty, step.sameAs == nil, case .operand(.value(let value)) = base,
      let folded = ConstantFolding.fold(value, through: [], of: step)
    else { return nil }
    if folded.isEmpty { return kind.blank(on: side) }
    return SwiftValue.literal(folded)
  }

  func body(_ file: inout SwiftFile) {
    if case .reference(let slot) = base {
      return reference(conversion.references[slot], slot, &file)
    }
    if let other = step.sameAs {
      sameAs(other, values.expression(base, as: step.targetType).code, &file)
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

  /// Refuses a source that differs from the related record's field.
  func sameAs(_ other: ValueProgram, _ found: SwiftCode?, _ file: inout SwiftFile) {
    let expected = values.expression(other, as: step.targetType)
    let isOther: (SwiftCode) -> SwiftCode = { found in
      SwiftKind(expected.type) == .text
        ? "!Comparison.sameText(expected, \(found))" : "expected != \(found)"
    }
    let differs: SwiftCode
    let source: SwiftCode
    if let found {
      differs = ", \(isOther(found))"
      source = ".of(\(found))"
    } else {
      differs = ""
      source = ".empty"
    }
    file.line("if let expected = \(expected.code)\(differs) {")
    file.inside {
      $0.line("throw RecordRefusal(\(source), not: .of(expected), rule: \(step.rule))")
    }
    file.line("}")
  }

  /// What an empty value does: the source's, or one that a step made of it.
  func empty(_ file: inout SwiftFile) {
    switch step.empty {
    case .clear: file.line("\(local) = \(kind.blank(on: side))")
    case .keep: keep(&file)
    case .refuse: file.line("throw RecordRefusal(.empty, rule: \(step.rule))")
    case .use(let program):
      let value = values.expression(program, as: step.targetType)
      if let filled = value.filled {
        file.line("if let value = \(filled) {")
        file.inside { finish("value", value.type, isJudged: true, &$0) }
        file.line("} else {")
        file.inside { $0.line("\(local) = \(kind.blank(on: side))") }
        file.line("}")
      } else {
        finish(value.code, value.type, isJudged: true, &file)
      }
    }
  }

  /// The same where a statement must stand.
  func emptyCase(_ file: inout SwiftFile) {
    if case .keep = step.empty, isAgain { file.line("break") } else { empty(&file) }
  }

  func keep(_ file: inout SwiftFile) {
    if !isAgain { file.line("\(local) = \(previous)") }
  }

  /// Applies transforms and the value map to a value that is there.
  /// - Parameter first: the place of the first operation that is left to do.
  func operate(
    _ start: SwiftCode, _ type: FieldType, from first: Int = 0, _ file: inout SwiftFile
  ) {
    var value = start
    var type = type
    for (place, operation) in operations.enumerated().dropFirst(first) {
      switch operation {
      case .transformed(_, let transform):
        // A function of the host sees no text of which nothing is left.
        if case .custom = transform, SwiftKind(type) == .text, place > first {
          return ifFilled("Filled.text(\(value))", as: value, &file) {
            operate(value, type, from: place, &$0)
          }
        }
        let next: SwiftCode = "value\(step.rule)_\(place)"
        let result = TransformTyping.result(
          of: transform, isLast: place == operations.count - 1, from: type, to: step.targetType)
        if let made = TransformEmitter.mayMakeNothing(transform, of: value, type, rule: step.rule) {
          return ifFilled(made, as: next, &file) {
            operate(next, result, from: place + 1, &$0)
          }
        }
        TransformEmitter.emit(transform, of: value, type, into: next, rule: step.rule, &file)
        value = next
        type = result
      case .mapped(_, let pairs, let otherwise):
        return mapped(value, type, pairs, otherwise, before: place + 1, &file)
      default: break
      }
    }
    finish(
      value, operations.isEmpty ? type : TransformEmitter.loosened(type),
      mayBeBlank: value != start, &file)
  }

  /// Goes on with a value where it is there; one of which nothing is left is judged as empty.
  func ifFilled(
    _ value: SwiftCode, as name: SwiftCode, _ file: inout SwiftFile,
    _ then: (inout SwiftFile) -> Void
  ) {
    file.line("if let \(name) = \(value) {")
    file.inside(then)
    file.line("} else {")
    file.inside { empty(&$0) }
    file.line("}")
  }
}
