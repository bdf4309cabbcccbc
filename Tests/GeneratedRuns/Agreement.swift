import MapCheck
import MapPlan
import MapRuntime

/// Compares what a generated mapping does with a record with what the evaluator does.
public enum Agreement {
  /// What differs, in words; none where they agree.
  public static func differences<Mapping: CompiledMapping>(
    _ mapping: Mapping.Type, _ form: MappingProgram, _ direction: Direction,
    _ checked: CheckedModel, _ input: EvaluationInput
  ) -> [String] {
    let title = "\(Mapping.policy.name) \(direction.name)"
    let evaluated = RecordConversion(form, direction, in: checked).convertTakenIn(input)
    let expected = evaluated.stop.flatMap { refusal($0, form, direction) }
    let run = GeneratedRun(checked: checked, program: form, direction: direction, input: input)
    switch run.run(mapping) {
    case .failure(let refusal):
      return expected == refusal ? [] : ["\(title): \(refusal) for \(input)"]
    case .success(let values):
      if let stop = evaluated.stop { return ["\(title): no \(stop) for \(input)"] }
      return values.sorted { $0.key < $1.key }.compactMap { name, found in
        difference(of: found, in: name, form, direction, checked, evaluated)
          .map { "\(title) \(name): \($0)" }
      }
    }
  }

  /// What generated code throws where the evaluator stops.
  private static func refusal(
    _ stop: RecordStop, _ form: MappingProgram, _ direction: Direction
  ) -> RecordRefusal? {
    switch stop {
    case .refuse(let place): RecordRefusal(sentence: place)
    case .parent:
      form.conversion(direction)?.parent.map { RecordRefusal(.waiting, rule: $0.rule) }
    case .rule(let refusal): refusal
    case .states, .outsideFilter: nil
    }
  }

  private static func difference(
    of found: Value, in name: String, _ form: MappingProgram, _ direction: Direction,
    _ checked: CheckedModel, _ evaluated: RecordOutcome
  ) -> String? {
    let table = checked.catalogue[form.mapping.table(direction.target)]
    guard let place = table.place(of: name) else { return nil }
    let type = table.fields[place].type.value
    let blank = BlankValue.of(table.fields[place], on: table.side)
    let expected = evaluated.target[place] ?? blank
    let isSame =
      found == expected || Comparison.same(found, expected, as: type)
      || table.side == .bc && expected.isEmpty && found == blank
    return isSame ? nil : "\(found) instead of \(expected)"
  }
}
