/// What the tree stores of a node. Offsets are bytes.
struct NodeRecord: Sendable {
  enum Kind: UInt8, Sendable {
    case scalar
    case sequence
    case mapping
  }

  var kind: Kind
  var style: SyntaxNode.Style
  /// True where the text is read from the tree's buffer instead of the file.
  var isBuffered: Bool
  var start: Int32
  var end: Int32
  /// A scalar's text, or a collection's children.
  var first: Int32
  var count: Int32
}
