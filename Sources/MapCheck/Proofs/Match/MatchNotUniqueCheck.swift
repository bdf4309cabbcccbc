import MapLanguage
import MapRuntime
import MapSource

/// `match-not-unique`: a group of a match cannot tell records apart.
///
/// A group is good enough if one of its pairs may identify a record: a field of the BC table's key,
/// or any other text, code, number or guid that is no part of an address and no reference; or if two
/// of its pairs are references, as for the price of a product in a unit. Lines are matched within
/// their header, where one reference is enough. So options, booleans, dates, amounts, a customer
/// alone or a city with its county are found.
enum MatchNotUniqueCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    guard let match = mapping.match, mapping.knows([.match, .parent]) else { return [] }
    return match.groups.compactMap { group in
      guard !group.pairs.isEmpty, !tellsApart(group, mapping, context) else { return nil }
      let names = group.pairs.map { pair in
        "'\(context.field(pair.sales, of: mapping, .sales).name.value)'"
      }
      return Finding(
        "match-not-unique",
        "\(names.joined(separator: " and ")) cannot tell one record from another",
        at: group.span, severity: .warning, label: "many records agree in this",
        notes: [
          Finding.Note("a record that fits several others is matched with none of them")
        ],
        help: "add a field that only one record has, such as a number, a name or an e-mail address")
    }
  }

  private static func tellsApart(
    _ group: EffectiveMatch.Group, _ mapping: EffectiveMapping, _ context: CheckContext
  ) -> Bool {
    var references = mapping.parent == nil ? 0 : 1
    for pair in group.pairs {
      switch weight(pair, mapping, context) {
      case .identifying: return true
      case .reference: references += 1
      case .common: break
      }
    }
    return references >= 2
  }

  private enum Weight { case identifying, reference, common }

  private static func weight(
    _ pair: EffectiveMatch.Pair, _ mapping: EffectiveMapping, _ context: CheckContext
  ) -> Weight {
    let table = context.table(mapping, .bc)
    let bc = table.fields[pair.bc]
    let sales = context.field(pair.sales, of: mapping, .sales)
    if case .text? = pair.map?.source { return .identifying }
    if table.key.contains(where: { $0.value == bc.name.value }), !isCommon(bc.type.value) {
      return .identifying
    }
    if isCommon(bc.type.value) || isCommon(sales.type.value) { return .common }
    if AddressWords.name(bc.name.value) || AddressWords.name(sales.name.value) { return .common }
    if bc.references != nil || sales.references != nil || pair.map?.routes.isEmpty == false {
      return .reference
    }
    return .identifying
  }

  private static func isCommon(_ type: FieldType) -> Bool {
    switch type {
    case .option, .boolean, .date, .dateTime, .decimal, .money: true
    case .text, .code, .memo, .integer, .bigInteger, .guid, .lookup: false
    }
  }
}
