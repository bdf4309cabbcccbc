/// Makes a changed copy of a tree: new collections over old and new nodes. Every node keeps the
/// place where its author wrote it.
public struct TreeEditor {
  /// A node of the copy: an old one or a new one.
  public struct Part {
    fileprivate let index: Int32
  }

  private let tree: SyntaxTree
  private var records: [NodeRecord]
  private var children: [Int32]

  public init(_ tree: SyntaxTree) {
    self.tree = tree
    records = tree.records
    children = tree.children
  }

  /// A node of the tree, unchanged.
  public func part(_ node: SyntaxNode) -> Part { Part(index: node.index) }

  /// A mapping with these entries, in the place of a node.
  public mutating func mapping(
    _ entries: [(key: Part, value: Part)], inPlaceOf node: SyntaxNode
  ) -> Part {
    append(.mapping, entries.flatMap { [$0.key.index, $0.value.index] }, node)
  }

  /// A sequence of these items, in the place of a node.
  public mutating func sequence(_ items: [Part], inPlaceOf node: SyntaxNode) -> Part {
    append(.sequence, items.map(\.index), node)
  }

  /// The copy with another root.
  public func tree(root: Part) -> SyntaxTree {
    SyntaxTree(
      file: tree.file, source: tree.source, buffer: tree.buffer, records: records,
      children: children, rootIndex: root.index, isComplete: tree.isComplete,
      doubled: tree.doubled)
  }

  private mutating func append(
    _ kind: NodeRecord.Kind, _ indices: [Int32], _ node: SyntaxNode
  ) -> Part {
    let old = node.record
    records.append(
      NodeRecord(
        kind: kind, style: old.kind == .scalar ? .flow : old.style, isBuffered: false,
        start: old.start, end: old.end, first: Int32(children.count), count: Int32(indices.count)))
    children.append(contentsOf: indices)
    return Part(index: Int32(records.count - 1))
  }
}
