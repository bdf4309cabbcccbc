import MapSource
import MapSyntax

/// Applies a variant to a mapping's tree: the changed tree keeps the place of each part.
struct VariantMerge {
  let lowering: Lowering

  /// The root of the changed tree. Field maps are changed before others are added, so that one
  /// can be switched off and another take its place.
  func apply(_ variant: Variant, to root: SyntaxNode) -> SyntaxNode? {
    var editor = TreeEditor(root.tree)
    var parts = root.entries.map {
      (name: $0.key.text, key: editor.part($0.key), value: editor.part($0.value), node: $0.value)
    }
    for (key, entry) in variant.set {
      if let place = parts.firstIndex(where: { $0.name == key }) {
        parts[place].value = merge(parts[place].node, entry.value, &editor)
      } else {
        parts.append((key, editor.part(entry.key), editor.part(entry.value), entry.value))
      }
    }
    if !variant.fields.isEmpty, let place = parts.firstIndex(where: { $0.name == "fields" }) {
      parts[place].value = FieldMapEdits(lowering: lowering).apply(
        variant.fields, to: parts[place].node, &editor)
    }
    let mapping = editor.mapping(parts.map { ($0.key, $0.value) }, inPlaceOf: root)
    guard let changed = editor.tree(root: mapping).root else { return nil }
    return variant.add.isEmpty ? changed : adding(variant.add, to: changed)
  }

  private func adding(
    _ additions: [(key: String, entry: SyntaxNode.Entry)], to root: SyntaxNode
  ) -> SyntaxNode? {
    var editor = TreeEditor(root.tree)
    var parts = root.entries.map {
      (name: $0.key.text, key: editor.part($0.key), value: editor.part($0.value), node: $0.value)
    }
    for (key, entry) in additions {
      guard let place = parts.firstIndex(where: { $0.name == key }) else {
        parts.append((key, editor.part(entry.key), editor.part(entry.value), entry.value))
        continue
      }
      let items = items(of: parts[place].node) + items(of: entry.value)
      parts[place].value = editor.sequence(
        items.map { editor.part($0) }, inPlaceOf: parts[place].node)
    }
    let mapping = editor.mapping(parts.map { ($0.key, $0.value) }, inPlaceOf: root)
    return editor.tree(root: mapping).root
  }

  private func items(of node: SyntaxNode) -> [SyntaxNode] {
    node.isSequence ? node.items : [node]
  }

  /// Maps key by key; scalars and lists are replaced.
  private func merge(
    _ base: SyntaxNode, _ over: SyntaxNode, _ editor: inout TreeEditor
  ) -> TreeEditor.Part { Self.merge(base, over, &editor) }

  static func merge(
    _ base: SyntaxNode, _ over: SyntaxNode, _ editor: inout TreeEditor
  ) -> TreeEditor.Part {
    guard base.isMapping, over.isMapping, !isOneValue(over) else { return editor.part(over) }
    var parts = base.entries.map {
      (name: $0.key.text, key: editor.part($0.key), value: editor.part($0.value), node: $0.value)
    }
    for entry in over.entries {
      let name = entry.key.text
      if let place = parts.firstIndex(where: { $0.name == name }) {
        parts[place].value = merge(parts[place].node, entry.value, &editor)
      } else {
        parts.append((name, editor.part(entry.key), editor.part(entry.value), entry.value))
      }
    }
    return editor.mapping(parts.map { ($0.key, $0.value) }, inPlaceOf: base)
  }

  /// `{ above: 5 }` and `{ round: 2 }` are maps only in writing: two of them do not add up.
  private static func isOneValue(_ node: SyntaxNode) -> Bool {
    guard node.count == 1, let key = node.entries.first?.key, key.isScalar else { return false }
    let name = key.text
    return FieldTestKey(rawValue: name) != nil || TransformShape.of(name) != nil
  }
}
