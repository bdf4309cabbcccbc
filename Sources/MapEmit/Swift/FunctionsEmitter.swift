import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes what the host must supply: one typed requirement for each function that mappings name.
struct FunctionsEmitter {
  let names: EmissionNames
  let program: Program

  func emit(_ file: inout SwiftFile) {
    file.comment(
      "The functions that the mappings name; the target supplies `enum HostFunctions`.",
      isDocumentation: true)
    file.comment("They see values, never a store; nil is an empty result.", isDocumentation: true)
    file.block("public protocol MappingFunctions") { file in
      for requirement in requirements() { file.line(requirement) }
    }
  }

  /// What tells functions apart: one name may take other types elsewhere, as Swift's overloads do.
  private struct Signature: Hashable, Comparable {
    let name: String
    let types: [String]

    static func < (left: Signature, right: Signature) -> Bool {
      (left.name, left.types.joined(separator: ",")) < (
        right.name, right.types.joined(separator: ",")
      )
    }
  }

  private func requirements() -> [SwiftCode] {
    var found: [Signature: SwiftCode] = [:]
    for mapping in program.mappings {
      for conversion in [mapping.toSales, mapping.toBC].compactMap({ $0 }) {
        for step in conversion.steps { add(step.value, step, conversion, mapping, &found) }
      }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }

  private func add(
    _ value: ValueProgram, _ step: StepProgram, _ conversion: ConversionProgram,
    _ program: MappingProgram, _ found: inout [Signature: SwiftCode]
  ) {
    switch value {
    case .compute(let name, let arguments):
      var types: [String] = []
      let parameters = arguments.map { argument -> SwiftCode in
        let table = program.mapping.table(argument.side)
        let type = names.kind(argument.field, in: table).storage(on: argument.side)
        types.append(type.text)
        return "_ \(names.member(argument.field, in: table)): \(type)"
      }
      types.append(SwiftKind(step.targetType).type.text)
      found[Signature(name: name, types: types)] =
        "static func \(SwiftName.member(ofOption: name))(\(parameters.joined(", "))) -> \(SwiftKind(step.targetType).type)?"
    case .transformed(let inner, let transform):
      if case .custom(let name) = transform {
        let kind = SwiftKind(step.valueType).type
        found[Signature(name: name, types: [kind.text, kind.text])] =
          "static func \(SwiftName.member(ofOption: name))(_ value: \(kind)) -> \(kind)?"
      }
      add(inner, step, conversion, program, &found)
    case .mapped(let inner, _, _): add(inner, step, conversion, program, &found)
    case .first(let values):
      for value in values { add(value, step, conversion, program, &found) }
    default: break
    }
  }
}
