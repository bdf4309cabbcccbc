import MapKeys
import MapSource
import MapSyntax

/// Changes field maps by name: the Sales or the BC field, whichever names exactly one.
struct FieldMapEdits {
  /// A field map in the list, or in a `together` block of it.
  private struct Place {
    let item: Int
    let inner: Int?
    let node: SyntaxNode
  }

  private let list: SyntaxNode
  private let lowering: Lowering
  private var places: [Place] = []
  private var bySales: [String: [Int]] = [:]
  private var byBC: [String: [Int]] = [:]

  init(list: SyntaxNode, lowering: Lowering) {
    self.list = list
    self.lowering = lowering
    for (item, node) in list.items.enumerated() {
      if node.hasKey("together"), let block = node["fields"] {
        for (inner, node) in block.items.enumerated() {
          add(Place(item: item, inner: inner, node: node))
        }
      } else {
        add(Place(item: item, inner: nil, node: node))
      }
    }
  }

  private mutating func add(_ place: Place) {
    if let name = place.node["sales"]?.text { bySales[name, default: []].append(places.count) }
    if let name = place.node["bc"]?.text { byBC[name, default: []].append(places.count) }
    places.append(place)
  }

  /// The list with its changes.
  func apply(_ edits: [SyntaxNode.Entry], _ editor: inout TreeEditor) -> TreeEditor.Part {
    var changed: [Int: [(inner: Int?, part: TreeEditor.Part)]] = [:]
    for edit in edits {
      guard let found = find(edit.key) else { continue }
      guard edit.value.isMapping else {
        lowering.wrongKind(edit.value, edit.key.text, takes: "a map")
        continue
      }
      let place = places[found]
      changed[place.item, default: []].append(
        (place.inner, VariantMerge.merge(place.node, edit.value, &editor)))
    }
    var items: [TreeEditor.Part] = []
    for (item, node) in list.items.enumerated() {
      items.append(part(node, changed[item] ?? [], &editor))
    }
    return editor.sequence(items, inPlaceOf: list)
  }

  private func find(_ key: SyntaxNode) -> Int? {
    let name = key.text
    let sales = bySales[name] ?? []
    let bc = byBC[name] ?? []
    let all = Set(sales + bc)
    if all.count == 1 { return all.first }
    if sales.count == 1, bc.count != 1 { return sales.first }
    if bc.count == 1, sales.count != 1 { return bc.first }
    if all.isEmpty {
      let nearest = Nearest(to: name, in: bySales.keys.sorted() + byBC.keys.sorted())
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
    _ node: SyntaxNode, _ changes: [(inner: Int?, part: TreeEditor.Part)],
    _ editor: inout TreeEditor
  ) -> TreeEditor.Part {
    guard let first = changes.first else { return editor.part(node) }
    guard first.inner != nil, let block = node["fields"] else { return first.part }
    var items = block.items.map { editor.part($0) }
    for change in changes {
      if let inner = change.inner { items[inner] = change.part }
    }
    var parts = EntryParts(node, editor)
    parts.replace("fields", with: editor.sequence(items, inPlaceOf: block))
    return parts.mapping(inPlaceOf: node, &editor)
  }
}
