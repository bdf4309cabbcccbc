import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// What a field refers to: a table, a list, or a map whose form its side decides.
  func reference(_ node: SyntaxNode, of field: Located<String>, side: Side) -> Reference? {
    // A Sales table without a navigation property has one that is named as the field.
    let navigation = side == .sales ? field : nil
    if node.isSequence, node.count == 0 { invalid("'refers-to' is an empty list", at: node.span) }
    var targets: [Reference.Target] = []
    var pickedBy: Located<String>?
    for item in node.isSequence ? node.items : [node] {
      guard item.isMapping else {
        guard let table = name(item, "refers-to") else { continue }
        targets.append(
          Reference.Target(table: table, when: nil, otherKeys: [], navigation: navigation))
        continue
      }
      let (found, picking) = mappedTargets(item, side: side)
      targets += found
      if let picking, let earlier = pickedBy {
        report(
          "invalid-value", "a second field that picks the table", at: picking.span,
          notes: [Finding.Note("first here", at: earlier.span)])
      }
      pickedBy = pickedBy ?? picking
    }
    return targets.isEmpty
      ? nil : Reference(targets: targets, pickedBy: pickedBy, span: node.span)
  }

  /// Tables by navigation property, by another field's option, or with a composite key.
  private func mappedTargets(
    _ node: SyntaxNode, side: Side
  ) -> (targets: [Reference.Target], pickedBy: Located<String>?) {
    let entries = entries(node, "refers-to")
    if let picking = entries.first(where: { $0.key.value == "by" }) {
      guard let field = name(picking.value, "by") else { return ([], nil) }
      let targets = entries.filter { $0.key.value != "by" }.compactMap {
        pickedTarget($0.value, when: $0.key)
      }
      return (targets, field)
    }
    let targets = entries.compactMap { table, node in
      side == .sales
        ? name(node, table.value).map {
          Reference.Target(table: table, when: nil, otherKeys: [], navigation: $0)
        }
        : compositeTarget(table, node, when: nil)
    }
    return (targets, nil)
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
