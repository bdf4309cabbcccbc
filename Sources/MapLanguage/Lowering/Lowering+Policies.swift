import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  func create(_ node: SyntaxNode) -> [Direction: CreateRule] {
    var rules: [Direction: CreateRule] = [:]
    guard node.isMapping else {
      wrongKind(
        node, "create", takes: "a map", help: "write '{ to-sales: true }', or 'to-bc', or both")
      return rules
    }
    read(node, CreateKey.self, "create") { key, node in
      rules[key == .toSales ? .toSales : .toBC] = createRule(node, key.rawValue)
    }
    return rules
  }

  private func createRule(_ node: SyntaxNode, _ name: String) -> CreateRule? {
    guard node.isMapping else {
      return boolean(node, name).map {
        CreateRule(isPermitted: $0.value, enabledBy: nil, when: nil, span: node.span)
      }
    }
    var enabledBy: Located<String>?
    var when: When?
    read(node, CreateRuleKey.self, name) { key, node in
      switch key {
      case .enabledBy: enabledBy = self.name(node, key.rawValue)
      case .when: when = self.when(node)
      }
    }
    return CreateRule(isPermitted: true, enabledBy: enabledBy, when: when, span: node.span)
  }

  func match(_ node: SyntaxNode) -> MatchRule? {
    var groups: [MatchRule.Group] = []
    var unmatched: Located<UnmatchedPolicy>?
    var then: Located<AfterMatch>?
    var isAutomatic = false
    let isWhole = read(node, MatchKey.self, "match") { key, node in
      switch key {
      case .groups: groups = matchGroups(node)
      case .unmatched: unmatched = word(node, key.rawValue, UnmatchedPolicy.self)
      case .then: then = word(node, key.rawValue, AfterMatch.self)
      case .automatic: isAutomatic = boolean(node, key.rawValue)?.value ?? false
      }
    }
    guard isWhole else { return nil }
    return MatchRule(
      groups: groups, unmatched: unmatched, then: then, isAutomatic: isAutomatic, span: node.span)
  }

  private func matchGroups(_ node: SyntaxNode) -> [MatchRule.Group] {
    let items = node.items
    guard let first = items.first, items.allSatisfy(\.isScalar) else {
      return list(node, "groups") { matchGroup($0) }
    }
    let names = items.map(\.flowText)
    wrongKind(
      first, "an item of 'groups'", takes: "a list",
      help: names.count == 1
        ? "write [[\(names[0])]]"
        : "write [[\(names.joined(separator: ", "))]] for one group by all of them, or "
          + "[[\(names.joined(separator: "], ["))]] for one after the other")
    return []
  }

  private func matchGroup(_ node: SyntaxNode) -> MatchRule.Group? {
    if node.isSequence, node.count == 0 { invalid("a group of no fields", at: node.span) }
    let pairs = list(node, "an item of 'groups'") { matchPair($0) }
    return pairs.isEmpty ? nil : MatchRule.Group(pairs: pairs, span: node.span)
  }

  private func matchPair(_ node: SyntaxNode) -> MatchRule.Pair? {
    guard node.isMapping else {
      return name(node, "an item of a group").map {
        MatchRule.Pair(name: $0, bc: nil, sales: nil, isCaseSensitive: false, span: node.span)
      }
    }
    var bc: Located<String>?
    var sales: Located<String>?
    var isCaseSensitive = false
    read(node, MatchPairKey.self, "an item of a group") { key, node in
      switch key {
      case .bc: bc = name(node, key.rawValue)
      case .sales: sales = name(node, key.rawValue)
      case .caseSensitive: isCaseSensitive = boolean(node, key.rawValue)?.value ?? false
      }
    }
    guard let bc, let sales else { return nil }
    return MatchRule.Pair(
      name: nil, bc: bc, sales: sales, isCaseSensitive: isCaseSensitive, span: node.span)
  }

  func conflict(_ node: SyntaxNode) -> ConflictRule {
    var rule = ConflictRule()
    read(node, ConflictKey.self, "conflict") { key, node in
      switch key {
      case .update: rule.update = word(node, key.rawValue, UpdateConflict.self)
      case .by: rule.by = word(node, key.rawValue, ConflictUnit.self)
      case .delete: rule.delete = word(node, key.rawValue, DeleteConflict.self)
      }
    }
    return rule
  }

  func defaults(_ node: SyntaxNode) -> FieldDefaults {
    var defaults = FieldDefaults()
    read(node, DefaultsKey.self, "defaults") { key, node in
      switch key {
      case .tooLong: defaults.tooLong = word(node, key.rawValue, TooLong.self)
      case .tooPrecise: defaults.tooPrecise = word(node, key.rawValue, TooPrecise.self)
      case .tooLarge: defaults.tooLarge = word(node, key.rawValue, TooLarge.self)
      case .empty: defaults.empty = emptyRule(node)
      case .uncoupled: defaults.uncoupled = word(node, key.rawValue, Uncoupled.self)
      case .validate: defaults.validate = boolean(node, key.rawValue)
      case .because: defaults.because = text(node, key.rawValue)
      }
    }
    return defaults
  }

  func emptyRule(_ node: SyntaxNode) -> Located<EmptyRule>? {
    guard node.isMapping else {
      return word(node, "empty", among: ["clear", "keep", "refuse"]).map { word in
        word.map { $0 == "keep" ? .keep : $0 == "refuse" ? .refuse : .clear }
      }
    }
    var rule: Located<EmptyRule>?
    read(node, EmptyUseKey.self, "empty") { _, value in
      rule = literal(value, "use").map {
        Located(.use($0, isQuoted: value.style != .plain), at: node.span)
      }
    }
    return rule
  }
}
