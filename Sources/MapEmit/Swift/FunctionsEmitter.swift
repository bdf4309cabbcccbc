import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes what the host must supply: one typed requirement for each function that mappings and
/// tables name.
struct FunctionsEmitter {
  let names: EmissionNames
  /// What the mappings ask for, by mapping.
  let asked: [Set<SwiftCode>]

  func emit(_ file: inout SwiftFile) {
    file.comment(
      "The functions that the mappings name; the target supplies `enum HostFunctions`.",
      isDocumentation: true)
    file.comment("They see values, never a store; nil is an empty result.", isDocumentation: true)
    file.block("public protocol MappingFunctions") { file in
      for requirement in requirements() { file.line(requirement) }
    }
  }

  private func requirements() -> [SwiftCode] {
    var found: Set<SwiftCode> = []
    for table in names.used.tables {
      found.formUnion(FigureEmitter(names: names, place: table).requirements())
    }
    for asked in asked { found.formUnion(asked) }
    return Self.distinct(found.sorted { $0.text < $1.text })
  }

  /// What the variants of one mapping ask for.
  static func requirements(
    of variants: [MappingProgram], _ names: EmissionNames
  ) -> Set<SwiftCode> {
    var found: Set<SwiftCode> = []
    for mapping in variants {
      for name in calls(of: mapping.mapping) {
        let bc = names.type(ofTable: mapping.mapping.bcTable)
        let sales = names.type(ofTable: mapping.mapping.salesTable)
        found.insert(
          "static func \(SwiftName.member(ofOption: name))(_ bc: \(bc), _ sales: \(sales)) async throws"
        )
      }
      for conversion in [mapping.toSales, mapping.toBC].compactMap({ $0 }) {
        for step in conversion.steps { add(step.value, step, mapping, names, &found) }
      }
    }
    return found
  }

  /// One of those that differ in nothing but their parameters' names, which no call says. Other
  /// types make another function of the same name.
  private static func distinct(_ requirements: [SwiftCode]) -> [SwiftCode] {
    var seen: Set<[Substring]> = []
    return requirements.filter { requirement in
      seen.insert(
        requirement.text.split(separator: " ").filter { $0 != "(_" && !$0.hasSuffix(":") }
      ).inserted
    }
  }

  /// The functions that a document's events call, each once.
  static func calls(of mapping: EffectiveMapping) -> [String] {
    Set((mapping.document?.effects ?? []).compactMap(\.call)).sorted()
  }

  private static func add(
    _ value: ValueProgram, _ step: StepProgram, isLast: Bool = true,
    _ program: MappingProgram, _ names: EmissionNames, _ found: inout Set<SwiftCode>
  ) {
    switch value {
    case .compute(let name, let arguments):
      let parameters = arguments.map { argument -> SwiftCode in
        let table = program.mapping.table(argument.side)
        let type = names.storage(argument.field, in: table)
        return "_ \(names.member(argument.field, in: table)): \(type)"
      }
      found.insert(
        "static func \(SwiftName.member(ofOption: name))(\(parameters.joined(", "))) -> \(SwiftKind(step.targetType).type)?"
      )
    case .transformed(let inner, let transform):
      if case .custom(let name) = transform {
        let type = type(of: inner, step)
        let result = TransformTyping.result(
          of: transform, isLast: isLast, from: type, to: step.targetType)
        found.insert(
          "static func \(SwiftName.member(ofOption: name))(_ value: \(SwiftKind(type).type)) -> \(SwiftKind(result).type)?"
        )
      }
      add(inner, step, isLast: false, program, names, &found)
    case .mapped(let inner, _, _): add(inner, step, program, names, &found)
    case .first(let values):
      for value in values { add(value, step, program, names, &found) }
    default: break
    }
  }

  /// The type in which a value arrives at the step behind it, as `StepEmitter` has it.
  private static func type(of value: ValueProgram, _ step: StepProgram) -> FieldType {
    switch value {
    case .transformed(let inner, let transform):
      TransformTyping.result(
        of: transform, isLast: false, from: type(of: inner, step), to: step.targetType)
    case .field(_, let type), .related(_, _, let type): type
    case .text, .generate: .text(length: nil)
    case .lookup: .lookup
    case .first(let values): values.first.map { type(of: $0, step) } ?? step.targetType
    case .mapped, .operand, .compute, .reference: step.targetType
    }
  }
}
