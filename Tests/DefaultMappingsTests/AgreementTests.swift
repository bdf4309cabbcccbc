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
    let (checked, mappings) = try inForce(on: features)
    var compared = 0
    for (mapping, form) in mappings {
      for direction in mapping.policy.directions {
        compared += try compare(mapping, form, direction, checked)
      }
    }
    #expect(compared > 1000)
  }

  /// The mappings that some features switch on, as they are generated and as the evaluator has them.
  private func inForce(
    on features: [String]
  ) throws -> (CheckedModel, [(any CompiledMapping.Type, MappingProgram)]) {
    let compilation = try ShippedProject.compilation()
    let checked = try #require(compilation.checked)
    let program = try #require(compilation.program)
    let set = checked.features.set(turningOn: features)
    let mappings = try Program.mappings(Set(checked.features.names(of: set))).map { mapping in
      let form = try #require(program.mapping(mapping.policy.name, in: set))
      return (mapping, form)
    }
    return (checked, mappings)
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

  @Test(
    "both tell the same two-way fields, and by the same digests whether they are as they were",
    arguments: try ShippedProject.features())
  func digests(on features: [String]) throws {
    let (checked, mappings) = try inForce(on: features)
    var compared = 0
    for (mapping, form) in mappings {
      let fields = form.twoWayFields
      #expect(mapping.twoWayFields.count == fields.count)
      for side in Side.allCases {
        let table = checked.catalogue[form.mapping.table(side)]
        for (generated, field) in zip(mapping.twoWayFields, fields) {
          let names = generated.columns(side).columns.map { mapping.table(side).columns[$0].name }
          #expect(Set(names) == Set(field.fields(side).map { table.fields[$0].name.value }))
        }
      }
      for direction in mapping.policy.directions where !fields.isEmpty {
        compared += try compareDigests(mapping, form, direction, checked)
      }
    }
    #expect(compared > 1000)
  }

  /// Compares the digests of random records, field by field, and returns of how many fields.
  private func compareDigests<Mapping: CompiledMapping>(
    _ mapping: Mapping.Type, _ form: MappingProgram, _ direction: Direction,
    _ checked: CheckedModel
  ) throws -> Int {
    guard var records = RandomRecords(of: form, direction, in: checked, seed: 11) else { return 0 }
    var compared = 0
    for _ in 0..<60 {
      let input = records.next()
      let run = GeneratedRun(checked: checked, program: form, direction: direction, input: input)
      let place = form.mapping.table(direction.source)
      let fields = mapping.twoWayFields.map { $0.columns(direction.source) }
      let table = mapping.table(direction.source)
      let digester = FieldDigester(table, fields)
      let digests =
        switch direction {
        case .toSales: digester.digests(of: run.record(input.source, in: place) as Mapping.BCRecord)
        case .toBC: digester.digests(of: run.record(input.source, in: place) as Mapping.SalesRecord)
        }
      for (number, field) in form.twoWayFields.enumerated() {
        let own = field.fields(direction.source)
        guard own.count == 1, let column = own.first else { continue }
        let described = checked.catalogue[place].fields[column]
        let blank = BlankValue.of(described, on: direction.source)
        let value = input.source[column] ?? blank
        #expect(
          digests[number]
            == FieldDigest(value.isEmpty ? blank : value, in: described.type.value),
          "\(Mapping.policy.name) \(described.name.value): \(value)")
        compared += 1
      }
    }
    return compared
  }
}
