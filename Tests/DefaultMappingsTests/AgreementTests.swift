import DefaultMappings
import Foundation
import MapCheck
import MapCompiler
import MapPlan
import MapRuntime
import MapSource
import Testing

/// The evaluator and the generated Swift must do the same with every record.
struct AgreementTests {
  @Test(
    "The generated mappings do with random records what the evaluator does",
    arguments: try ShippedProject.features())
  func agreement(on features: [String]) throws {
    let compilation = try ShippedProject.compilation()
    let checked = try #require(compilation.checked)
    let program = try #require(compilation.program)
    let set = checked.features.set(turningOn: features)
    var compared = 0
    for mapping in Program.mappings(Set(checked.features.names(of: set))) {
      let form = try #require(program.mapping(mapping.policy.name, in: set))
      for direction in mapping.policy.directions {
        compared += try compare(mapping, form, direction, checked)
      }
    }
    #expect(compared > 1000)
  }

  /// What generated code throws where the evaluator stops.
  private static func refusal(
    _ stop: RecordStop, _ form: MappingProgram, _ direction: Direction
  ) -> RecordRefusal? {
    switch stop {
    case .refuse(let place): RecordRefusal(.refuse, rule: place)
    case .parent:
      form.conversion(direction)?.parent.map { RecordRefusal(.waiting, rule: $0.rule) }
    case .rule(let refusal): refusal
    case .states, .outsideFilter: nil
    }
  }

  /// Compares some records and returns how many.
  private func compare<Mapping: CompiledMapping>(
    _ mapping: Mapping.Type, _ form: MappingProgram, _ direction: Direction,
    _ checked: CheckedModel
  ) throws -> Int {
    guard var records = RandomRecords(of: form, direction, in: checked, seed: 7) else { return 0 }
    let count = Int(ProcessInfo.processInfo.environment["MAPC_RECORDS"] ?? "") ?? 60
    for _ in 0..<count {
      var input = records.next()
      input.functions = [:]
      input = HostAnswers.added(to: input, form, direction, checked)
      let evaluated = RecordConversion(form, direction, in: checked).convertTakenIn(input)
      let run = GeneratedRun(checked: checked, program: form, direction: direction, input: input)
      let table = checked.catalogue[form.mapping.table(direction.target)]
      switch run.run(mapping) {
      case .failure(let refusal):
        let expected = evaluated.stop.flatMap { Self.refusal($0, form, direction) }
        #expect(expected == refusal, "\(Mapping.policy.name) \(direction.name) \(input)")
      case .success(let values):
        #expect(evaluated.stop == nil, "\(Mapping.policy.name) \(direction.name) \(input)")
        for (name, found) in values {
          guard let place = table.place(of: name) else { continue }
          let type = table.fields[place].type.value
          let blank = table.side == .bc ? BlankValue.of(type) : Value.empty
          let expected = evaluated.target[place] ?? blank
          let isSame =
            found == expected || Comparison.same(found, expected, as: type)
            || table.side == .bc && expected.isEmpty && found == blank
          #expect(
            isSame,
            "\(Mapping.policy.name) \(direction.name) \(name): \(found) instead of \(expected)")
        }
      }
    }
    return count
  }
}
