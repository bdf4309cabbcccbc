import MapCheck
import MapLanguage
import MapRuntime

/// Builds the groups of `match`: what each Sales field is compared with.
struct MatchBuilder {
  let checked: CheckedModel
  let mapping: EffectiveMapping
  /// The way towards Sales, if the mapping has one.
  let conversion: ConversionProgram?

  func build() -> [[MatchProgram]] {
    (mapping.match?.groups ?? []).map { $0.pairs.map(pair) }
  }

  private func pair(_ pair: EffectiveMatch.Pair) -> MatchProgram {
    MatchProgram(
      bc: pair.bc, sales: pair.sales,
      salesType: checked.catalogue[mapping.salesTable].fields[pair.sales].type.value,
      isCaseSensitive: pair.isCaseSensitive, source: source(pair))
  }

  private func source(_ pair: EffectiveMatch.Pair) -> MatchProgram.Source {
    let builder = ConversionBuilder(checked: checked, mapping: mapping, direction: .toSales)
    guard let map = pair.map else {
      let (value, type) = builder.plain(from: pair.bc, to: pair.sales)
      return .value(value, type, isCut: false)
    }
    if !map.routes.isEmpty {
      guard let slot = conversion?.references.firstIndex(where: { $0.rule == map.place }),
        let reference = conversion?.references[slot]
      else { return .unknown }
      return .reference(slot: slot, emptyMeansLocalCurrency: reference.emptyMeansLocalCurrency)
    }
    guard let step = builder.step(map, target: pair.sales, slot: nil) else { return .unknown }
    if case .related = step.value.base, conversion == nil { return .unknown }
    return .value(step.value, baseType(of: step), isCut: step.tooLong == .cut)
  }

  /// The type of a value before its transforms.
  private func baseType(of step: StepProgram) -> FieldType {
    switch step.value.base {
    case .field(_, let type), .related(_, _, let type): type
    case .text, .generate: .text(length: nil)
    default: step.targetType
    }
  }
}
