import MapSyntax

/// The entries of a map while they are changed, found by key.
struct EntryParts {
  private var entries: [(key: TreeEditor.Part, value: TreeEditor.Part)] = []
  private var nodes: [SyntaxNode] = []
  private var places: [String: Int] = [:]

  init(_ node: SyntaxNode, _ editor: TreeEditor) {
    for entry in node.entries { append(entry, named: entry.key.text, editor) }
  }

  /// What stands under a key; a value that was changed already is still the old one.
  func node(_ key: String) -> SyntaxNode? { places[key].map { nodes[$0] } }

  /// Puts a value in the place of what stands under a key.
  mutating func replace(_ key: String, with part: TreeEditor.Part) {
    if let place = places[key] { entries[place].value = part }
  }

  /// Adds an entry; of a key that stands twice, the first one counts.
  mutating func append(_ entry: SyntaxNode.Entry, named key: String, _ editor: TreeEditor) {
    if places[key] == nil { places[key] = entries.count }
    entries.append((editor.part(entry.key), editor.part(entry.value)))
    nodes.append(entry.value)
  }

  /// The changed map, in the place of a node.
  func mapping(inPlaceOf node: SyntaxNode, _ editor: inout TreeEditor) -> TreeEditor.Part {
    editor.mapping(entries, inPlaceOf: node)
  }
}
