import MapSource
import MapSyntax

/// Changes field maps by name: the Sales or the BC field, whichever names exactly one.
struct FieldMapEdits {
  /// A field map in the list, or in a `together` block of it.
  private struct Place {
    let item: Int
    let inner: Int?
    let node: SyntaxNode
    let bc: String?
    let sales: String?
  }

  let lowering: Lowering

  /// The list with its changes.
  func apply(
    _ edits: [SyntaxNode.Entry], to list: SyntaxNode, _ editor: inout TreeEditor
  ) -> TreeEditor.Part {
    let places = places(in: list)
    var changed: [Int: TreeEditor.Part] = [:]
    for edit in edits {
      guard let place = find(edit.key, in: places) else { continue }
      guard edit.value.isMapping else {
        lowering.wrongKind(edit.value, edit.key.text, takes: "a map")
        continue
      }
      changed[place] = VariantMerge.merge(places[place].node, edit.value, &editor)
    }
    let items = list.items.indices.map { item in
      part(item, list.items[item], places, changed, &editor)
    }
    return editor.sequence(items, inPlaceOf: list)
  }

  private func places(in list: SyntaxNode) -> [Place] {
    list.items.enumerated().flatMap { item, node in
      guard let block = node["fields"], node.hasKey("together") else {
        return [place(item, nil, node)]
      }
      return block.items.enumerated().map { place(item, $0.offset, $0.element) }
    }
  }

  private func place(_ item: Int, _ inner: Int?, _ node: SyntaxNode) -> Place {
    Place(item: item, inner: inner, node: node, bc: node["bc"]?.text, sales: node["sales"]?.text)
  }

  private func find(_ key: SyntaxNode, in places: [Place]) -> Int? {
    let name = key.text
    let bySales = places.indices.filter { places[$0].sales == name }
    let byBC = places.indices.filter { places[$0].bc == name }
    let all = Set(bySales + byBC)
    if all.count == 1 { return all.first }
    if bySales.count == 1, byBC.count != 1 { return bySales.first }
    if byBC.count == 1, bySales.count != 1 { return byBC.first }
    if all.isEmpty {
      let names = places.flatMap { [$0.sales, $0.bc].compactMap { $0 } }
      let nearest = Nearest(to: name, in: names)
      lowering.report(
        "unknown-field", "no field map of this mapping is named '\(name)'", at: key.span,
        help: nearest.map { "did you mean '\($0.word)'?" })
    } else {
      lowering.report(
        "invalid-value", "'\(name)' names \(all.count) field maps", at: key.span,
        notes: all.sorted().map {
          Finding.Note("one of them", at: Lowering.place(of: places[$0].node))
        },
        help: "name the field of the other side")
    }
    return nil
  }

  private func part(
    _ item: Int, _ node: SyntaxNode, _ places: [Place], _ changed: [Int: TreeEditor.Part],
    _ editor: inout TreeEditor
  ) -> TreeEditor.Part {
    let touched = changed.filter { places[$0.key].item == item }
    if touched.isEmpty { return editor.part(node) }
    if let whole = touched.first(where: { places[$0.key].inner == nil }) { return whole.value }
    var parts: [(key: TreeEditor.Part, value: TreeEditor.Part)] = []
    for entry in node.entries {
      var value = editor.part(entry.value)
      if entry.key.matches("fields") {
        var items = entry.value.items.map { editor.part($0) }
        for (place, part) in touched {
          if let inner = places[place].inner { items[inner] = part }
        }
        value = editor.sequence(items, inPlaceOf: entry.value)
      }
      parts.append((editor.part(entry.key), value))
    }
    return editor.mapping(parts, inPlaceOf: node)
  }
}
