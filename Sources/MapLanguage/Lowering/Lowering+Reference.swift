import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// What a field refers to: a table, a list, or a map whose form its side decides.
  func reference(_ node: SyntaxNode, of field: Located<String>, side: Side) -> Reference? {
    // A Sales table without a navigation property has one that is named as the field.
    let navigation = side == .sales ? field : nil
    if node.isSequence, node.items.contains(where: \.isMapping) {
      // Which table is meant may depend on the features: a plain one, or one with a composite key.
      let references = node.items.compactMap { reference($0, of: field, side: side) }
      let targets = references.flatMap(\.targets)
      let picking = references.compactMap(\.pickedBy).first
      return targets.isEmpty
        ? nil : Reference(targets: targets, pickedBy: picking, span: node.span)
    }
    if !node.isMapping {
      let tables = oneOrMoreNames(node, "refers-to")
      let targets = tables.map {
        Reference.Target(table: $0, when: nil, otherKeys: [], navigation: navigation)
      }
      return targets.isEmpty ? nil : Reference(targets: targets, pickedBy: nil, span: node.span)
    }
    let entries = entries(node, "refers-to")
    if let picking = entries.first(where: { $0.key.value == "by" }) {
      guard let field = name(picking.value, "by") else { return nil }
      let targets = entries.filter { $0.key.value != "by" }.compactMap {
        pickedTarget($0.value, when: $0.key)
      }
      return Reference(targets: targets, pickedBy: field, span: node.span)
    }
    let targets = entries.compactMap { table, node in
      side == .sales
        ? name(node, table.value).map {
          Reference.Target(table: table, when: nil, otherKeys: [], navigation: $0)
        }
        : compositeTarget(table, node, when: nil)
    }
    return targets.isEmpty ? nil : Reference(targets: targets, pickedBy: nil, span: node.span)
  }

  /// `Item: Item`, or `Item: { Item Unit of Measure: { Item No.: No. } }`.
  private func pickedTarget(
    _ node: SyntaxNode, when option: Located<String>
  ) -> Reference.Target? {
    guard node.isMapping else {
      return name(node, option.value).map {
        Reference.Target(table: $0, when: option, otherKeys: [], navigation: nil)
      }
    }
    let entries = entries(node, option.value)
    guard entries.count == 1, let (table, keys) = entries.first else {
      invalid("'\(option.value)' takes one table", at: node.span)
      return nil
    }
    return compositeTarget(table, keys, when: option)
  }

  private func compositeTarget(
    _ table: Located<String>, _ node: SyntaxNode, when option: Located<String>?
  ) -> Reference.Target? {
    let keys = keyPairs(node, table.value)
    guard !keys.isEmpty else { return nil }
    return Reference.Target(table: table, when: option, otherKeys: keys, navigation: nil)
  }
}
