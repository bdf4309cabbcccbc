import DefaultMappings
import Foundation
import GeneratedRuns
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
      #expect(Agreement.differences(mapping, form, direction, checked, input) == [])
    }
    return count
  }
}
