import MapLanguage
import MapRuntime
import MapSource

/// Match-based coupling.
extension MappingResolver {
  mutating func resolve(_ rule: MatchRule, fields: [EffectiveFieldMap]) -> EffectiveMatch {
    let groups = rule.groups.map { group in
      EffectiveMatch.Group(
        pairs: group.pairs.compactMap { resolve($0, fields: fields) }, span: group.span)
    }
    return EffectiveMatch(
      groups: groups, unmatched: rule.unmatched?.value ?? .report,
      then: rule.then?.value ?? .leave, isAutomatic: rule.isAutomatic)
  }

  private mutating func resolve(
    _ pair: MatchRule.Pair, fields: [EffectiveFieldMap]
  ) -> EffectiveMatch.Pair? {
    guard let name = pair.name else { return named(pair, fields: fields) }
    let fitting = fields.filter {
      $0.origin.sales?.value == name.value || $0.origin.bc?.value == name.value
    }
    guard let map = fitting.first else {
      // It may be one that could not be read, or that was misspelt where this is right.
      guard !lost.contains(.fields) else {
        silent += 1
        return nil
      }
      let known = fields.flatMap { [$0.origin.sales?.value, $0.origin.bc?.value] }.compactMap { $0 }
      let nearest = Spelling.nearest(to: name.value, among: known)
      findings.append(
        Finding(
          "unknown-field", "'\(name.value)' is no field map of this mapping", at: name.span,
          label: nearest.map { "did you mean '\($0)'?" } ?? "",
          help: "name a field map by its Sales or BC field, or write { bc: …, sales: … }",
          fix: nearest.map {
            Fix(certain: false, edits: [Fix.Edit(name.span, NameTable.quotedIfNeeded($0))])
          }))
      return nil
    }
    // Two field maps on one field, such as one for each direction: the copying one serves.
    let copying = fitting.first { $0.bc != nil && $0.sales != nil }
    guard let chosen = copying, let bc = chosen.bc, let sales = chosen.sales else {
      // A text made of fields may be matched as well: its first field stands for the BC side.
      if let sales = map.sales, case .text(let parts) = map.source,
        let first = parts.compactMap(\.fieldPlace).first
      {
        return EffectiveMatch.Pair(
          bc: first, sales: sales, map: map, isCaseSensitive: pair.isCaseSensitive, span: pair.span)
      }
      findings.append(
        Finding(
          "match-not-comparable", "'\(name.value)' has no field on one side to match with",
          at: name.span, notes: [Finding.Note("its field map is here", at: map.span)]))
      return nil
    }
    return EffectiveMatch.Pair(
      bc: bc, sales: sales, map: chosen, isCaseSensitive: pair.isCaseSensitive, span: pair.span)
  }

  private mutating func named(
    _ pair: MatchRule.Pair, fields: [EffectiveFieldMap]
  ) -> EffectiveMatch.Pair? {
    guard let bcName = pair.bc, let salesName = pair.sales,
      let bc = self.field(bcName, in: bcTable),
      let sales = self.field(salesName, in: salesTable)
    else { return nil }
    let map = fields.first { $0.bc == bc && $0.sales == sales }
    return EffectiveMatch.Pair(
      bc: bc, sales: sales, map: map, isCaseSensitive: pair.isCaseSensitive, span: pair.span)
  }
}

extension EffectiveSource.Part {
  /// The field of a placeholder.
  var fieldPlace: Int? {
    if case .field(let place) = self { place } else { nil }
  }
}
