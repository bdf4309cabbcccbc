import MapCheck
import MapLanguage
import MapRuntime

/// Takes one record the whole way in one direction: states, filter and `refuse` first, then the
/// link to its parent, the field maps, and what stands for a missing product.
public struct RecordConversion: Sendable {
  let checked: CheckedModel
  let program: MappingProgram
  let direction: Direction

  public init(_ program: MappingProgram, _ direction: Direction, in checked: CheckedModel) {
    self.program = program
    self.direction = direction
    self.checked = checked
  }

  private var mapping: EffectiveMapping { program.mapping }

  public func convert(_ input: EvaluationInput) -> RecordOutcome {
    if let stop = RecordGate(checked, mapping, direction, input).outside {
      return RecordOutcome(target: input.target ?? [:], steps: [], additions: [], stop: stop)
    }
    return convertTakenIn(input)
  }

  /// The same of a record whose state and filter nobody asks: what the generated code does.
  public func convertTakenIn(_ input: EvaluationInput) -> RecordOutcome {
    let before = input.target ?? [:]
    func stopped(_ stop: RecordStop, _ steps: [EvaluationStep] = []) -> RecordOutcome {
      RecordOutcome(target: before, steps: steps, additions: [], stop: stop)
    }
    if let stop = RecordGate(checked, mapping, direction, input).refuse { return stopped(stop) }
    var link: [(field: Int, value: Value)] = []
    if let conversion = program.conversion(direction) {
      let table = checked.catalogue[mapping.bcTable]
      guard let found = ParentLink(conversion, table).fields(of: input) else {
        return stopped(.parent)
      }
      link = found
    }
    var input = input
    let writeIn = writeIn(input)
    input.isWriteIn = writeIn != nil
    guard let evaluation = Evaluator.convert(input, through: program, direction, in: checked)
    else { return RecordOutcome(target: before, steps: [], additions: [], stop: nil) }
    if let refusal = evaluation.refusal { return stopped(.rule(refusal), evaluation.steps) }
    var target = evaluation.target
    var additions: [RecordOutcome.Addition] = []
    for (field, value) in link where isWritable(field, isNew: input.target == nil) {
      additions.append(.init(field: field, value: value, writer: .parent))
    }
    for (field, value) in writeIn ?? [] {
      additions.append(.init(field: field, value: value, writer: .writeIn))
    }
    for addition in additions { target[addition.field] = addition.value }
    for assignment in evaluation.template?.set ?? [] {
      let value = evaluation.target[assignment.field] ?? .empty
      additions.append(.init(field: assignment.field, value: value, writer: .template))
    }
    return RecordOutcome(
      target: target, steps: evaluation.steps, additions: additions, stop: nil)
  }

  /// A parent that is written on creation only stays afterwards.
  private func isWritable(_ field: Int, isNew: Bool) -> Bool {
    isNew || checked.catalogue[mapping.table(direction.target)].fields[field].access != .create
  }

  /// What stands for the product of a line that has none; nil for any other line.
  private func writeIn(_ input: EvaluationInput) -> [(field: Int, value: Value)]? {
    guard let rule = mapping.writeIn,
      WhenTest(checked, mapping, direction, input).holds(rule.when.asked(of: direction.source))
    else { return nil }
    switch direction {
    case .toBC:
      let table = checked.catalogue[mapping.bcTable]
      return rule.product.map { assignment in
        let type = table.fields[assignment.field].type.value
        return (
          assignment.field, assignment.operand.value(as: type, on: .bc, in: input.run)
        )
      }
    case .toSales:
      guard let text = rule.text else { return [] }
      let table = checked.catalogue[mapping.bcTable]
      let parts = text.parts.map { SourceText.of($0, in: table, input.source) }
      return [(text.field, Filled.text(parts).map { .text($0) } ?? .empty)]
    }
  }
}
