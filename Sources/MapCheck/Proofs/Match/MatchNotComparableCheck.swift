import MapLanguage
import MapRuntime
import MapSource

/// `match-not-comparable`: two fields that a match compares can never agree. Constants, memos and
/// guids of which the other end is none cannot be matched (R B-14); a pair without a field map must
/// convert by itself. What a field map converts is the field map's own business.
enum MatchNotComparableCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    guard let match = mapping.match else { return [] }
    return match.groups.flatMap(\.pairs).compactMap { find($0, mapping, context) }
  }

  private static func find(
    _ pair: EffectiveMatch.Pair, _ mapping: EffectiveMapping, _ context: CheckContext
  ) -> Finding? {
    let bc = context.field(pair.bc, of: mapping, .bc)
    let sales = context.field(pair.sales, of: mapping, .sales)
    guard let reason = reason(pair, bc, sales) else { return nil }
    return Finding(
      "match-not-comparable",
      "'\(bc.name.value)' and '\(sales.name.value)' cannot be matched: \(reason)", at: pair.span,
      notes: [FlowScope.note(on: bc), FlowScope.note(on: sales)],
      help: "match by fields that hold the same text, code, number or reference")
  }

  private static func reason(
    _ pair: EffectiveMatch.Pair, _ bc: Field, _ sales: Field
  ) -> String? {
    let types = [bc.type.value, sales.type.value]
    if types.contains(where: { if case .memo = $0 { true } else { false } }) {
      return "a memo is not compared"
    }
    if case .constant? = pair.map?.source { return "a constant is no value of a record" }
    // A text made of fields, a reference or a value map makes what is compared.
    if let map = pair.map, map.source != nil || !map.routes.isEmpty || map.values != nil {
      return nil
    }
    if types.filter({ $0 == .guid }).count == 1 {
      return "a guid agrees only with a guid"
    }
    guard pair.map == nil, !Conversion.isPossible(from: types[0], to: types[1]) else { return nil }
    return "\(FieldTypeName.article(types[0])) is no \(FieldTypeName.written(types[1]))"
  }
}
