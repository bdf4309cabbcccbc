import MapCheck
import MapLanguage
import MapRuntime

/// Runs a program on one record, on MapRuntime's own functions: the generated code does the same.
public struct Evaluator: Sendable {
  let checked: CheckedModel
  let program: MappingProgram
  let conversion: ConversionProgram
  let input: EvaluationInput

  public static func convert(
    _ input: EvaluationInput, through program: MappingProgram, _ direction: Direction,
    in checked: CheckedModel
  ) -> Evaluation? {
    guard let conversion = program.conversion(direction) else { return nil }
    return Evaluator(checked: checked, program: program, conversion: conversion, input: input)
      .run()
  }

  enum Halt: Error {
    case refused(RecordRefusal.Reason)
    case kept(String)
  }

  private func run() -> Evaluation {
    var target = input.target ?? [:]
    var steps: [EvaluationStep] = []
    let filled = filledBlocks()
    for step in conversion.steps {
      let before = target[step.target] ?? cleared(step.targetType)
      let result = apply(step, before: before, target: target, filled: filled)
      steps.append(result)
      if case .refused(let reason) = result.outcome {
        return Evaluation(
          target: input.target ?? [:], steps: steps,
          refusal: RecordRefusal(reason, rule: step.rule), template: nil)
      }
      if case .kept = result.outcome { continue }
      target[step.target] = result.after
      if let pick = step.pick, let option = pickedOption(step) { target[pick] = .option(option) }
    }
    let template = input.target == nil ? template() : nil
    for assignment in template?.set ?? [] {
      target[assignment.field] = value(of: assignment.operand, as: type(assignment.field))
    }
    if let foreign = foreignPart(target, steps) {
      return Evaluation(
        target: input.target ?? [:], steps: steps,
        refusal: RecordRefusal(.ofAnother, rule: foreign.rule), template: nil)
    }
    return Evaluation(target: target, steps: steps, refusal: nil, template: template)
  }

  private func type(_ place: Int) -> FieldType {
    checked.catalogue[program.mapping.table(conversion.direction.target)].fields[place].type.value
  }

  /// The first template whose condition fits the source.
  private func template() -> EffectiveTemplate? {
    conversion.templates.first { template in
      guard let when = template.when else { return true }
      let condition = conversion.direction == .toSales ? when.bc : when.sales
      guard let condition else { return true }
      return ConditionEvaluator(
        table: checked.catalogue[program.mapping.table(conversion.direction.source)],
        run: input.run
      ).accepts(input.source, condition)
    }
  }

  /// The `together` blocks of which at least one source is filled.
  private func filledBlocks() -> Set<Int> {
    var filled: Set<Int> = []
    for step in conversion.steps {
      guard let block = step.together, let value = try? evaluate(step.value, step) else { continue }
      if !value.isEmpty { filled.insert(block) }
    }
    return filled
  }

  private func apply(
    _ step: StepProgram, before: Value, target: [Int: Value], filled: Set<Int>
  ) -> EvaluationStep {
    var source = Value.empty
    func result(_ after: Value, _ outcome: EvaluationStep.Outcome) -> EvaluationStep {
      EvaluationStep(
        rule: step.rule, target: step.target, before: before, source: source, after: after,
        outcome: outcome)
    }
    do {
      if let occasion = step.onlyOn, (occasion == .create) != (input.target == nil) {
        return result(before, .kept("only on \(occasion.rawValue)"))
      }
      if let block = step.together, !filled.contains(block) {
        return result(before, .kept("nothing of its block is filled"))
      }
      // What comes back as the source is no change, so it refuses nothing either.
      if comesBack(before, step) {
        return result(before, .kept("what is stored comes back as the source"))
      }
      source = try evaluate(step.value, step)
      if let sameAs = step.sameAs { try checkSame(source, sameAs, step) }
      if source.isEmpty, isReference(step.value) && isLocalCurrency(step.value) {
        return result(cleared(step.targetType), .written)
      }
      // What nothing is left of on the way is judged as an empty source is.
      if let (fitted, outcome) = try fitted(source, step.valueType, step) {
        return result(fitted, outcome)
      }
      switch step.empty {
      case .clear: return result(cleared(step.targetType), .cleared)
      case .keep: return result(before, .kept("the source is empty"))
      case .refuse: return result(before, .refused(.empty))
      case .use(let other):
        source = try evaluate(other, step)
        let (value, outcome) =
          try fitted(source, type(of: other, step), step) ?? (cleared(step.targetType), .written)
        return result(value, outcome)
      }
    } catch Halt.refused(let reason) {
      return result(before, .refused(reason))
    } catch Halt.kept(let why) {
      return result(before, .kept(why))
    } catch let failure as ConversionFailure {
      return result(before, .refused(failure.reason))
    } catch {
      return result(before, .refused(.value))
    }
  }

  /// The value as the target takes it; nil where nothing is there, or nothing is left of it.
  private func fitted(
    _ source: Value, _ type: FieldType, _ step: StepProgram
  ) throws -> (Value, EvaluationStep.Outcome)? {
    if source.isEmpty { return nil }
    let converted = try Conversion.convert(source, from: type, to: step.targetType)
    if converted.isEmpty { return nil }
    let (fitted, outcome) = try fit(converted, step)
    return fitted.isEmpty ? nil : (fitted, outcome)
  }

  /// The type in which a value comes that stands for an empty source.
  private func type(of used: ValueProgram, _ step: StepProgram) -> FieldType {
    if case .field(_, let type) = used { type } else { step.targetType }
  }

  private func isReference(_ value: ValueProgram) -> Bool {
    if case .reference = value { true } else { false }
  }

  /// An empty reference that stands for BC's local currency is not empty.
  private func isLocalCurrency(_ value: ValueProgram) -> Bool {
    if case .reference(let slot) = value {
      conversion.references[slot].emptyMeansLocalCurrency
    } else {
      false
    }
  }

  private func checkSame(_ source: Value, _ other: ValueProgram, _ step: StepProgram) throws {
    let expected = try evaluate(other, step)
    if !expected.isEmpty, expected != source { throw Halt.refused(.sameAs) }
  }

  /// What clearing leaves: nothing on the Sales side; the type's zero on the BC side.
  private func cleared(_ type: FieldType) -> Value {
    conversion.direction.target == .sales ? .empty : type.blank
  }

  private func fit(_ value: Value, _ step: StepProgram) throws -> (Value, EvaluationStep.Outcome) {
    switch (value, step.targetType) {
    case (.text(let text), .code(let length)):
      return try fitted(Fitting.code(text, length: length, tooLong: step.tooLong), .cut)
    case (.text(let text), .text(let length)), (.text(let text), .memo(let length)):
      return try fitted(Fitting.text(text, length: length, tooLong: step.tooLong), .cut)
    case (.decimal(let number), .decimal), (.decimal(let number), .money):
      switch Fitting.decimal(
        number, places: step.targetType.decimalPlaces, tooPrecise: step.tooPrecise)
      {
      case .whole(let number): return (.decimal(number), .written)
      case .cut(let number): return (.decimal(number), .rounded)
      case .refused, .kept: throw Halt.refused(.tooPrecise)
      }
    default: return (value, .written)
    }
  }

  private func fitted(
    _ result: Fitted<String>, _ outcome: EvaluationStep.Outcome
  ) throws -> (Value, EvaluationStep.Outcome) {
    switch result {
    case .whole(let text): return (.of(text: text), .written)
    case .cut(let text): return (.of(text: text), outcome)
    case .refused: throw Halt.refused(.tooLong)
    case .kept: throw Halt.kept("too long")
    }
  }

  /// Whether what is stored would come back as the source, so that writing would only lose. An
  /// empty source goes by its own rule, whatever is stored.
  private func comesBack(_ stored: Value, _ step: StepProgram) -> Bool {
    guard let back = step.wayBack, input.target != nil,
      case .field(let place, _) = step.value.base
    else { return false }
    let source = source(place)
    return !source.isEmpty && back.comesBack(stored, as: source)
  }

  private func source(_ place: Int) -> Value {
    let table = checked.catalogue[program.mapping.table(conversion.direction.source)]
    return input.source[place] ?? BlankValue.of(table.fields[place], on: table.side)
  }

  /// The value of a program; throws where it is refused or kept.
  func evaluate(_ program: ValueProgram, _ step: StepProgram) throws -> Value {
    switch program {
    case .field(let place, _): return source(place)
    case .operand(let operand): return value(of: operand, as: step.targetType)
    case .text(let parts): return .of(text: parts.map(text).joined())
    case .generate(let pattern): return .text(GeneratedKey.first(pattern))
    case .compute(let name, _): return input.functions[name] ?? .empty
    case .related(let place, let field, _): return input.related[place]?[field] ?? .empty
    case .lookup(let inner, let table):
      guard case .guid(let id) = try evaluate(inner, step) else { return .empty }
      return .lookup(Lookup(table: table, id: id))
    case .first(let programs):
      for program in programs {
        let value = try evaluate(program, step)
        if !value.isEmpty { return value }
      }
      return .empty
    case .reference(let slot): return try reference(conversion.references[slot])
    case .transformed(let inner, let transform):
      let value = try evaluate(inner, step)
      if value.isEmpty { return .empty }
      if case .custom(let name) = transform { return input.functions[name] ?? value }
      return try transform.apply(value)
    case .mapped(let inner, let pairs, let otherwise):
      let value = try evaluate(inner, step)
      if let pair = pairs.first(where: { $0.source == value }) { return pair.target }
      if value.isEmpty { return .empty }
      switch otherwise {
      case .same: return value
      case .keep: throw Halt.kept("no value stands for '\(value)'")
      case .refuse: throw Halt.refused(.otherwise)
      case .value(let operand): return self.value(of: operand, as: step.targetType)
      }
    }
  }

  /// The option that says which table a translated reference means.
  private func pickedOption(_ step: StepProgram) -> OptionValue? {
    guard case .reference(let slot) = step.value,
      case .bc(_, let pick) = resolve(conversion.references[slot])
    else { return nil }
    return pick
  }

  private func text(_ part: EffectiveSource.Part) -> String {
    SourceText.of(
      part, in: checked.catalogue[program.mapping.table(conversion.direction.source)], input.source)
  }

  private func value(of operand: Operand, as type: FieldType) -> Value {
    operand.value(as: type, on: conversion.direction.target, in: input.run)
  }
}
