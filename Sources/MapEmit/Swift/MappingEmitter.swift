import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes a mapping: one type for each variant that differs.
struct MappingEmitter {
  let names: EmissionNames
  let program: MappingProgram
  /// The YAML file, relative to the root.
  let path: String

  private var mapping: EffectiveMapping { program.mapping }

  /// What stands in the type, in parts that variants may have in common.
  func parts() -> MappingParts {
    var parts = MappingParts()
    parts.head = lines { file in
      file.line("public typealias BCRecord = \(names.type(ofTable: mapping.bcTable))")
      file.line("public typealias SalesRecord = \(names.type(ofTable: mapping.salesTable))")
      relatedTypes(&file)
      PolicyEmitter(names: names, program: program, path: path).emit(&file)
      EffectEmitter(names: names, program: program).emit(&file)
    }
    if let direction = relatedDirections.first {
      parts.related = lines {
        RelatedEmitter(names: names, mapping: mapping, direction: direction).emit(&$0)
      }
    }
    for constant in MappingParts.Constant.allCases {
      let declaration = lines { self.constant(constant, &$0) }
      if !declaration.isEmpty { parts.constants[constant] = declaration }
    }
    parts.middle = lines { file in
      slots(&file)
      FilterEmitter(names: names, program: program).emit(&file)
      unvalidated(&file)
      keySeries(&file)
      figures(&file)
      MatchEmitter(names: names, program: program).emit(&file)
    }
    for conversion in [program.toSales, program.toBC].compactMap({ $0 }) {
      parts.conversions[conversion.direction] = lines {
        emitter(conversion).emit(&$0)
      }
    }
    parts.tail = lines(calls)
    return parts
  }

  private func emitter(_ conversion: ConversionProgram) -> ConversionEmitter {
    ConversionEmitter(names: names, program: program, conversion: conversion, path: path)
  }

  private func lines(_ body: (inout SwiftFile) -> Void) -> [UInt8] {
    var file = SwiftFile(depth: 2)
    body(&file)
    return file.bytes
  }

  /// - Parameter earlier: the variants that stand before this one, whose parts it may use.
  func emit(
    _ parts: MappingParts, as name: SwiftCode, after earlier: [(name: SwiftCode, MappingParts)],
    _ file: inout SwiftFile
  ) {
    func earliest(_ isSame: (MappingParts) -> Bool) -> SwiftCode? {
      earlier.first { isSame($0.1) }?.name
    }
    file.block("extension Mapping") { file in
      file.comment(
        mapping.origin.description?.value ?? "The mapping \(mapping.name).", isDocumentation: true)
      file.comment("From \(path).", isDocumentation: true)
      file.block("public enum \(name): CompiledMapping") { file in
        file.append(parts.head)
        if !parts.related.isEmpty, let owner = earliest({ $0.related == parts.related }) {
          file.blank()
          file.line("public typealias Related = \(owner).Related")
        } else {
          file.append(parts.related)
        }
        for constant in MappingParts.Constant.allCases {
          guard let declaration = parts.constants[constant] else { continue }
          if let owner = earliest({ $0.constants[constant] == declaration }) {
            file.blank()
            file.line("public static let \(constant.name) = \(owner).\(constant.name)")
          } else {
            file.append(declaration)
          }
        }
        file.append(parts.middle)
        for conversion in [program.toSales, program.toBC].compactMap({ $0 }) {
          let direction = conversion.direction
          let owner = earliest {
            $0.conversions[direction] == parts.conversions[direction]
              && $0.related == parts.related
          }
          if let owner {
            emitter(conversion).forward(to: owner, &file)
          } else {
            file.append(parts.conversions[direction] ?? [])
          }
        }
        file.append(parts.tail)
      }
    }
  }

  private var relatedDirections: [Direction] {
    Direction.allCases.filter { RelatedEmitter.hasRecords(mapping, $0) }
  }

  private func relatedTypes(_ file: inout SwiftFile) {
    for direction in relatedDirections {
      file.line(
        "public typealias \(direction == .toSales ? "ToSalesRelated" : "ToBCRelated") = Related")
    }
  }

  private func constant(_ constant: MappingParts.Constant, _ file: inout SwiftFile) {
    switch constant {
    case .document:
      guard let document = mapping.document else { return }
      PolicyLiteral.emit(
        "public static let document: DocumentPolicy? = DocumentPolicy", document, &file)
    case .rules: rules(&file)
    case .refusals: RefusalEmitter(program: program).sentences(&file)
    case .twoWayFields: twoWay(&file)
    }
  }

  private func rules(_ file: inout SwiftFile) {
    file.line("public static let rules: [MappingRule] = [")
    file.elements(program.rules) { rule, file in
      file.line("MappingRule(\(SwiftText(rule.name)), line: \(rule.line)),")
    }
    file.line("]")
  }

  private func keySeries(_ file: inout SwiftFile) {
    let made = [program.toSales, program.toBC].compactMap { $0 }.compactMap { conversion in
      let series = conversion.steps.compactMap { seriesMade(by: $0, conversion) }
      return series.isEmpty ? nil : (direction: conversion.direction, answer: series)
    }
    guard !made.isEmpty else { return }
    file.blank()
    file.byDirection("keySeries(_ direction: Direction) -> [KeySeries]", made, otherwise: "[]") {
      series, file in
      file.line("return [")
      file.elements(series) { $1.line("\($0),") }
      file.line("]")
    }
  }

  private func seriesMade(by step: StepProgram, _ conversion: ConversionProgram) -> SwiftCode? {
    guard case .generate(let pattern) = step.value else { return nil }
    let table = mapping.table(conversion.direction.target)
    let field = names.checked.catalogue[table].fields[step.target].name.value
    return """
      KeySeries(\(SwiftText(field)), prefix: \(SwiftText(pattern.prefix)), \
      digits: \(pattern.digits), suffix: \(SwiftText(pattern.suffix)))
      """
  }

  /// The sides whose computed fields the mapping reads.
  private func figures(_ file: inout SwiftFile) {
    guard Side.allCases.contains(where: { names.hasFigures(mapping.table($0)) }) else { return }
    let used = UsedFields.of(program, names.checked)
    let sides = Side.allCases.filter { side in
      let table = mapping.table(side)
      return used.fields(of: table).contains {
        names.checked.catalogue[table].fields[$0].computed != nil
      }
    }
    guard !sides.isEmpty else { return }
    file.blank()
    let list = sides.map { "side == \(SwiftValue.side($0))" as SwiftCode }
    file.block("public static func readsFigures(_ side: Side) -> Bool") { file in
      file.line("\(list.joined(" || "))")
    }
  }

  private func slots(_ file: inout SwiftFile) {
    let conversions = [program.toSales, program.toBC].compactMap { $0 }
      .filter { !$0.references.isEmpty || $0.parent != nil }
      .map { (direction: $0.direction, answer: $0) }
    guard !conversions.isEmpty else { return }
    file.blank()
    file.byDirection(
      "slots(_ direction: Direction) -> [ReferenceSlot]", conversions, otherwise: "[]"
    ) { conversion, file in
      file.line("return [")
      let count = conversion.references.count + (conversion.parent == nil ? 0 : 1)
      file.elements(count) { file in
        for reference in conversion.references { slot(reference, &file) }
        if let parent = conversion.parent {
          ParentEmitter(
            names: names, mapping: mapping, conversion: conversion, parent: parent
          ).slot(&file)
        }
      }
      file.line("]")
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
    let picks = reference.routes.map(\.pick).map { pick -> SwiftCode in
      pick.map { SwiftValue.literal(.option($0)) } ?? "nil"
    }
    let picked: SwiftCode =
      reference.routes.contains { $0.pick != nil } ? ", picks: [\(picks.joined(", "))]" : ""
    let follow = reference.follow.map { step -> SwiftCode in
      "FollowedTable(\(SwiftText(step.names.table)), \(SwiftText(step.names.field)))"
    }
    let more: SwiftCode = follow.isEmpty ? "" : ", follow: [\(follow.joined(", "))]"
    let list: SwiftCode = "mappings: [\(mappings.joined(", "))]"
    file.line(
      "ReferenceSlot(rule: \(reference.rule), \(list)\(picked), uncoupled: \(uncoupled)\(more)),")
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

  /// The fields that both directions write.
  private func twoWay(_ file: inout SwiftFile) {
    let fields = program.twoWayFields.map { field -> SwiftCode in
      let bc = columns(field.bc, mapping.bcTable)
      return "TwoWayField(bc: \(bc), sales: \(columns(field.sales, mapping.salesTable)))"
    }
    guard !fields.isEmpty else { return }
    file.line("public static let twoWayFields: [TwoWayField] = [")
    file.elements(fields) { $1.line("\($0),") }
    file.line("]")
  }

  /// The columns in BC that only field maps without its field logic write.
  private func unvalidated(_ file: inout SwiftFile) {
    guard let conversion = program.toBC else { return }
    let validated = Set(mapping.fields.filter(\.validates).map(\.place))
    let columns = { (isValidated: Bool) in
      Set(
        conversion.steps.filter { validated.contains($0.rule) == isValidated }
          .compactMap { names.used.column(of: $0.target, in: mapping.bcTable) })
    }
    let set = FieldSet(columns(false).subtracting(columns(true)))
    guard !set.isEmpty else { return }
    file.blank()
    file.line("public static var unvalidated: FieldSet { \(SwiftValue.fieldSet(set)) }")
  }

  private func columns(_ fields: Set<Int>, _ table: Int) -> SwiftCode {
    SwiftValue.fieldSet(FieldSet(fields.compactMap { names.used.column(of: $0, in: table) }))
  }
}
