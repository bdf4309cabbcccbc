import MapKeys
import MapSource
import MapSyntax

/// Applies a variant to a mapping's tree: the changed tree keeps the place of each part.
struct VariantMerge {
  let lowering: Lowering

  /// The root of the changed tree. Field maps are changed before others are added, so that one
  /// can be switched off and another take its place.
  func apply(_ variant: Variant, to root: SyntaxNode) -> SyntaxNode? {
    var editor = TreeEditor(root.tree)
    var parts = EntryParts(root, editor)
    for (key, entry) in variant.set {
      if let base = parts.node(key) {
        parts.replace(key, with: Self.merge(base, entry.value, &editor))
      } else {
        // Under the key that was meant, which its author may have misspelt.
        parts.append(entry, named: key, editor)
      }
    }
    if !variant.fields.isEmpty, let list = parts.node("fields") {
      let edits = FieldMapEdits(list: list, lowering: lowering)
      parts.replace("fields", with: edits.apply(variant.fields, &editor))
    }
    let mapping = parts.mapping(inPlaceOf: root, &editor)
    guard let changed = editor.tree(root: mapping).root else { return nil }
    return variant.add.isEmpty ? changed : adding(variant.add, to: changed)
  }

  private func adding(
    _ additions: [(key: String, entry: SyntaxNode.Entry)], to root: SyntaxNode
  ) -> SyntaxNode? {
    var editor = TreeEditor(root.tree)
    var parts = EntryParts(root, editor)
    for (key, entry) in additions {
      if let base = parts.node(key) {
        let items = items(of: base) + items(of: entry.value)
        parts.replace(
          key, with: editor.sequence(items.map { editor.part($0) }, inPlaceOf: base))
      } else {
        parts.append(entry, named: key, editor)
      }
    }
    let mapping = parts.mapping(inPlaceOf: root, &editor)
    return editor.tree(root: mapping).root
  }

  private func items(of node: SyntaxNode) -> [SyntaxNode] {
    node.isSequence ? node.items : [node]
  }

  /// Maps key by key; scalars and lists are replaced.
  static func merge(
    _ base: SyntaxNode, _ over: SyntaxNode, _ editor: inout TreeEditor
  ) -> TreeEditor.Part {
    guard base.isMapping, over.isMapping, !isOneValue(over) else { return editor.part(over) }
    var parts = EntryParts(base, editor)
    for entry in over.entries {
      let key = entry.key.text
      if let node = parts.node(key) {
        parts.replace(key, with: merge(node, entry.value, &editor))
      } else {
        parts.append(entry, named: key, editor)
      }
    }
    return parts.mapping(inPlaceOf: base, &editor)
  }

  /// `{ above: 5 }` and `{ round: 2 }` are maps only in writing: two of them do not add up.
  private static func isOneValue(_ node: SyntaxNode) -> Bool {
    guard node.count == 1, let key = node.entries.first?.key, key.isScalar else { return false }
    let name = key.text
    return FieldTestKey(rawValue: name) != nil || TransformShape.of(name) != nil
  }
}
