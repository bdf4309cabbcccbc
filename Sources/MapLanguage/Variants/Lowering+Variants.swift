import MapKeys
import MapSource
import MapSyntax

extension Lowering {
  /// The variants of a mapping; one whose condition cannot be read is left out.
  func variants(_ node: SyntaxNode) -> [Variant] {
    list(node, "variants") { variant($0) }
  }

  private func variant(_ node: SyntaxNode) -> Variant? {
    var condition: FeatureCondition?
    var set: [(key: String, entry: SyntaxNode.Entry)] = []
    var add: [(key: String, entry: SyntaxNode.Entry)] = []
    var fields: [SyntaxNode.Entry] = []
    read(node, VariantKey.self, "an item of 'variants'") { key, node in
      switch key {
      case .if:
        let read = featureCondition(node, key.rawValue)
        // Without one of its terms it would be on more often than its author wants.
        if read.terms.count == max(1, node.count) { condition = read }
      case .set: set = replacements(node)
      case .add:
        readEntries(node, VariantAddKey.self, "add") { add.append(($0.rawValue, $1)) }
      case .fields: fields = entries(node, "fields").isEmpty ? [] : node.entries
      }
    }
    return condition.map { Variant(condition: $0, set: set, add: add, fields: fields) }
  }

  /// The entries of `set`; their values are read when they stand in the mapping.
  private func replacements(_ node: SyntaxNode) -> [(key: String, entry: SyntaxNode.Entry)] {
    guard node.isMapping else {
      wrongKind(node, "set", takes: "a map")
      return []
    }
    let names = MappingKey.names.filter { !Variant.keptKeys.contains($0) }
    var present = Set(node.entries.map(\.key.text))
    return node.entries.compactMap { entry in
      guard let key = text(entry.key, "a key of 'set'") else { return nil }
      if names.contains(key.value) { return (key.value, entry) }
      if Variant.keptKeys.contains(key.value) {
        report(
          "unknown-key", "'\(key.value)' is not a key of 'set'", at: key.span,
          help: key.value == "mapping" || key.value == "variants"
            ? "a variant does not change it"
            : "'add' adds to a list, and 'fields' beside 'set' changes field maps")
        return nil
      }
      let meant = unknownKey(
        entry, in: node, of: "a mapping", among: names, isFree: { !present.contains($0) })
      return meant.map { key in
        present.insert(key)
        return (key, entry)
      }
    }
  }
}
