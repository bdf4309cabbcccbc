import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes the Sales values by which a BC record finds its partner.
struct MatchEmitter {
  let names: EmissionNames
  let program: MappingProgram

  private var mapping: EffectiveMapping { program.mapping }

  func emit(_ file: inout SwiftFile) {
    guard !program.match.isEmpty else { return }
    for (group, pairs) in program.match.enumerated() {
      for (place, pair) in pairs.enumerated() { constant(pair, group, place, &file) }
    }
    let related: SwiftCode =
      RelatedEmitter.hasRecords(mapping, .toSales) ? "Related" : "NoRelatedRecords"
    file.blank()
    file.line("public static func matchKey(")
    file.inside { file in
      file.line("_ group: Int, of source: \(names.type(ofTable: mapping.bcTable)),")
      file.line("_ row: borrowing ConversionRow<\(related)>")
    }
    file.line(") -> [Value]? {")
    file.inside { file in
      file.line("switch group {")
      for (group, pairs) in program.match.enumerated() {
        file.line("case \(group):")
        file.inside { self.group(group, pairs, &$0) }
      }
      file.line("default: return nil")
      file.line("}")
    }
    file.line("}")
  }

  private func group(_ group: Int, _ pairs: [MatchProgram], _ file: inout SwiftFile) {
    let values = pairs.enumerated().map { value($1, group, $0) }
    guard !values.contains(where: { $0 == nil }), !values.isEmpty else {
      file.comment("No way towards Sales says what to look for.")
      return file.line("return nil")
    }
    file.line("guard")
    file.inside { file in
      for (place, value) in values.compactMap({ $0 }).enumerated() {
        let end: SwiftCode = place == values.count - 1 ? "" : ","
        file.line("let value\(place) = \(value)\(end)")
      }
    }
    file.line("else { return nil }")
    let all = values.indices.map { "value\($0)" as SwiftCode }
    file.line("return [\(all.joined(", "))]")
  }

  private func value(_ pair: MatchProgram, _ group: Int, _ place: Int) -> SwiftCode? {
    switch pair.source {
    case .unknown: return nil
    case .reference(let slot, let emptyMeansLocalCurrency):
      let coupled: SwiftCode = "row.reference(\(slot)).matchValue"
      guard emptyMeansLocalCurrency else { return coupled }
      return
        "row.reference(\(slot)) == .empty ? row.run.localCurrency.map(Value.lookup) : \(coupled)"
    case .value(let value, let type, _):
      if isCustom(value) { return nil }
      let values = ValueEmitter(
        names: names, mapping: mapping, conversion: program.matching, locals: [:])
      let base = values.expression(value.base, as: type)
      return "Self.match\(group)_\(place).value(of: .of(\(base.code)))"
    }
  }

  /// A function of the host takes part, which data cannot call.
  private func isCustom(_ value: ValueProgram) -> Bool {
    StepEmitter.operations(of: value).contains { operation in
      if case .transformed(_, .custom) = operation { true } else { false }
    }
  }

  private func constant(
    _ pair: MatchProgram, _ group: Int, _ place: Int, _ file: inout SwiftFile
  ) {
    guard case .value(let value, let type, let isCut) = pair.source, !isCustom(value) else {
      return
    }
    var arguments: [SwiftCode] = [
      "from: \(SwiftValue.type(type))", "to: \(SwiftValue.type(pair.salesType))",
    ]
    var transforms: [SwiftCode] = []
    for operation in StepEmitter.operations(of: value) {
      switch operation {
      case .transformed(_, let transform): transforms.append(TransformEmitter.literal(transform))
      case .mapped(_, let pairs, let otherwise):
        let values = pairs.map { pair -> SwiftCode in
          ".init(source: \(SwiftValue.value(pair.source)), target: \(SwiftValue.value(pair.target)))"
        }
        arguments.append("values: [\(values.joined(", "))]")
        if case .value(.value(let value)) = otherwise {
          arguments.append("otherwise: \(SwiftValue.value(value))")
        }
      default: break
      }
    }
    if !transforms.isEmpty { arguments.append("transforms: [\(transforms.joined(", "))]") }
    if isCut { arguments.append("cut: true") }
    file.blank()
    file.line("private static let match\(group)_\(place) = MatchValue(")
    file.inside { $0.line("\(arguments.joined(", ")))") }
  }
}
