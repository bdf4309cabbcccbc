import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes a mapping: one type for each variant that differs.
struct MappingEmitter {
  let names: EmissionNames
  let program: MappingProgram
  let name: SwiftCode
  /// The YAML file, relative to the root.
  let path: String

  private var mapping: EffectiveMapping { program.mapping }

  func emit(_ file: inout SwiftFile) {
    file.block("extension Mapping") { file in
      file.comment(
        mapping.origin.description?.value ?? "The mapping \(mapping.name).", isDocumentation: true)
      file.comment("From \(path).", isDocumentation: true)
      file.block("public enum \(name): CompiledMapping") { file in
        file.line("public typealias BCRecord = \(names.type(ofTable: mapping.bcTable))")
        file.line("public typealias SalesRecord = \(names.type(ofTable: mapping.salesTable))")
        relatedTypes(&file)
        policy(&file)
        rules(&file)
        slots(&file)
        filters(&file)
        for conversion in [program.toSales, program.toBC].compactMap({ $0 }) {
          ConversionEmitter(
            names: names, program: program, conversion: conversion, path: path
          ).emit(&file)
        }
        calls(&file)
      }
    }
  }

  private func relatedTypes(_ file: inout SwiftFile) {
    let directions = Direction.allCases.filter { RelatedEmitter.hasRecords(mapping, $0) }
    guard let first = directions.first else { return }
    for direction in directions {
      file.line(
        "public typealias \(direction == .toSales ? "ToSalesRelated" : "ToBCRelated") = Related")
    }
    RelatedEmitter(names: names, mapping: mapping, direction: first).emit(&file)
  }

  private func policy(_ file: inout SwiftFile) {
    file.blank()
    file.line("public static let policy = MappingPolicy(")
    file.inside { file in
      file.line("name: \(SwiftText(mapping.name)), file: \(SwiftText(path)),")
      file.line(
        "directions: [\(mapping.direction.directions.map(SwiftValue.direction).joined(", "))],")
      if let parent = mapping.parent {
        let name = names.checked.model.mappings[parent].name.value
        file.line("parent: \(SwiftText(name)),")
      }
      file.line("company: \(company), outsideFilter: \(outside), scope: \(scope),")
      let creates = Direction.allCases.filter { mapping.creates($0) }
      file.line("creates: [\(creates.map(SwiftValue.direction).joined(", "))],")
      file.line("updateConflict: \(updateConflict), deleteConflict: \(deleteConflict),")
      if let schedule = mapping.schedule {
        file.line("every: \(schedule.every),")
        if let sleep = schedule.sleep { file.line("sleep: \(sleep),") }
      }
      let needs = program.prerequisites.map { "\(SwiftText($0))" as SwiftCode }.joined(", ")
      file.line("prerequisites: [\(needs)],")
      let rules = mapping.origin.rules.map { "\(SwiftText($0.value))" as SwiftCode }.joined(", ")
      file.line("rules: [\(rules)])")
    }
  }

  private var company: SwiftCode {
    switch mapping.company {
    case .ownOrEmpty: ".ownOrEmpty"
    case .own: ".own"
    case .any: ".any"
    }
  }

  private var outside: SwiftCode { mapping.outsideFilter == .skip ? ".skip" : ".follow" }
  private var scope: SwiftCode { mapping.scope == .coupled ? ".coupled" : ".all" }

  private var updateConflict: SwiftCode {
    switch mapping.updateConflict {
    case .bcWins: ".bcWins"
    case .salesWins: ".salesWins"
    case .refuse: ".refuse"
    }
  }

  private var deleteConflict: SwiftCode {
    switch mapping.deleteConflict {
    case .uncouple: ".uncouple"
    case .restore: ".restore"
    case .deletePartner: ".deletePartner"
    case .refuse: ".refuse"
    }
  }

  private func rules(_ file: inout SwiftFile) {
    file.blank()
    file.line("public static let rules: [MappingRule] = [")
    file.elements(program.rules) { rule, file in
      file.line("MappingRule(\(SwiftText(rule.name)), line: \(rule.line)),")
    }
    file.line("]")
  }

  private func slots(_ file: inout SwiftFile) {
    let conversions = [program.toSales, program.toBC].compactMap { $0 }
      .filter { !$0.references.isEmpty }
    guard !conversions.isEmpty else { return }
    file.blank()
    file.block("public static func slots(_ direction: Direction) -> [ReferenceSlot]") { file in
      file.line("switch direction {")
      for conversion in conversions {
        file.line("case \(SwiftValue.direction(conversion.direction)):")
        file.inside { file in
          file.line("return [")
          file.elements(conversion.references) { slot($0, &$1) }
          file.line("]")
        }
      }
      if conversions.count < 2 { file.line("default: return []") }
      file.line("}")
    }
  }

  private func slot(_ reference: ReferenceProgram, _ file: inout SwiftFile) {
    let mappings = reference.routes.map { "\(SwiftText($0.mapping))" as SwiftCode }
    let uncoupled: SwiftCode =
      switch reference.uncoupled {
      case .wait: ".wait"
      case .synchronize: ".synchronize"
      case .later: ".later"
      case .keep: ".keep"
      case .clear: ".clear"
      case .refuse: ".refuse"
      }
    let follow = reference.follow.map { step -> SwiftCode in
      "FollowedTable(\(SwiftText(step.names.table)), \(SwiftText(step.names.field)))"
    }
    let more: SwiftCode = follow.isEmpty ? "" : ", follow: [\(follow.joined(", "))]"
    file.line(
      "ReferenceSlot(rule: \(reference.rule), mappings: [\(mappings.joined(", "))], uncoupled: \(uncoupled)\(more)),"
    )
  }

  /// The host's functions that events call.
  private func calls(_ file: inout SwiftFile) {
    let calls = FunctionsEmitter.calls(of: mapping)
    guard !calls.isEmpty else { return }
    file.blank()
    file.line("public static func call(")
    file.inside { $0.line("_ function: String, _ bc: BCRecord, _ sales: SalesRecord") }
    file.line(") async throws {")
    file.inside { file in
      file.line("switch function {")
      for name in calls {
        let function = SwiftName.member(ofOption: name)
        file.line("case \(SwiftText(name)): try await HostFunctions.\(function)(bc, sales)")
      }
      file.line("default: break")
      file.line("}")
    }
    file.line("}")
  }

  private func filters(_ file: inout SwiftFile) {
    for side in Side.allCases where !mapping.filter(side).isEmpty {
      let table = mapping.table(side)
      let condition = ConditionEmitter(names: names, table: table, record: "record", run: "run")
      file.blank()
      file.line("public static func accepts(")
      file.inside { file in
        file.line("_ record: \(names.type(ofTable: table)), _ run: borrowing RunValues")
      }
      file.line(") -> Bool {")
      file.inside { $0.line(condition.expression(mapping.filter(side))) }
      file.line("}")
    }
  }
}
