import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// How uncoupled records find each other (F4).
extension ProgramReader {
  func match(_ node: SyntaxNode, _ mapping: MappingTarget) -> MatchOverride? {
    var match = MatchOverride(at: node.span)
    read(node, MatchKey.self, "match", needsAll: false) { key, node in
      switch key {
      case .groups:
        match.groups = Located(list(node, "groups") { group($0, mapping) }, at: node.span)
      case .unmatched: match.unmatched = word(node, key.rawValue, UnmatchedPolicy.self)
      case .then: match.then = word(node, key.rawValue, AfterMatch.self)
      case .automatic: match.isAutomatic = boolean(node, key.rawValue)
      }
    }
    if node.isMapping, match.groups == nil, mapping.policy.match == nil, node["groups"] == nil {
      missingKeys(["groups"], of: "a match of a mapping that has none", in: node)
    }
    return match
  }

  private func group(_ node: SyntaxNode, _ mapping: MappingTarget) -> [MatchPolicy.Pair]? {
    if node.isSequence, node.count == 0 { invalid("a group of no fields", at: node.span) }
    let pairs = list(node, "an item of 'groups'") { pair($0, mapping) }
    return pairs.isEmpty ? nil : pairs
  }

  private func pair(_ node: SyntaxNode, _ mapping: MappingTarget) -> MatchPolicy.Pair? {
    guard node.isMapping else { return named(node, mapping) }
    var bc: FieldDescription?
    var sales: FieldDescription?
    var isCaseSensitive = false
    read(node, MatchPairKey.self, "an item of a group") { key, node in
      switch key {
      case .bc: bc = name(node, key.rawValue).flatMap { usedField($0, mapping.bc) }
      case .sales: sales = name(node, key.rawValue).flatMap { usedField($0, mapping.sales) }
      case .caseSensitive: isCaseSensitive = boolean(node, key.rawValue)?.value ?? false
      }
    }
    guard let bc, let sales, let column = mapping.sales.record.column(sales.name) else {
      return nil
    }
    let pair = MatchPolicy.Pair(
      bc: bc.name, sales: sales.name, column: column, isCaseSensitive: isCaseSensitive)
    guard !sales.refersTo.isEmpty else { return pair }
    // What a reference stands for in Sales is compiled with the mapping, where it matches by it.
    let known = mapping.policy.match?.groups.joined().contains {
      $0.bc == pair.bc && $0.sales == pair.sales
    }
    if known == true { return pair }
    report(
      "match-not-comparable",
      "'\(sales.name)' is a reference, which only the mapping itself can match by", at: node.span,
      help: "say the pair in the 'match' of the mapping's file, or take fields that hold values")
    return nil
  }

  /// A field map by its name, which is known where the mapping itself matches by it: only there is
  /// it compiled what the other side's value must be.
  private func named(_ node: SyntaxNode, _ mapping: MappingTarget) -> MatchPolicy.Pair? {
    guard let name = name(node, "an item of a group") else { return nil }
    let known = mapping.policy.match?.groups.flatMap { $0 } ?? []
    if let pair = known.first(where: { $0.sales == name.value || $0.bc == name.value }) {
      return pair
    }
    report(
      "unknown-field", "'\(mapping.policy.name)' does not match by '\(name.value)'",
      at: name.span,
      help: "write a pair of fields: '{ bc: Field, sales: field }'"
        + (known.isEmpty
          ? "" : "; it matches by \(Self.listed(known.map(\.sales), "and"))"))
    return nil
  }
}
