import MapSource

/// One YAML file as a tree of small nodes over its bytes: every key and value knows where it
/// stands and how it was written. Reading never fails; what is wrong is among the findings.
public final class SyntaxTree: Sendable {
  public let file: Int32
  let source: [UInt8]
  /// Text that does not stand in the file as it reads: escapes resolved, lines folded.
  let buffer: [UInt8]
  let records: [NodeRecord]
  /// The children of each collection, side by side; keys and values alternate in a mapping.
  let children: [Int32]
  let rootIndex: Int32?
  /// Keys that stand twice in one mapping, each of them: nobody knows which was meant.
  let doubled: Set<Int32>
  /// False where reading stopped early, so that what is missing is not held against the author.
  public let isComplete: Bool

  init(
    file: Int32, source: [UInt8], buffer: [UInt8], records: [NodeRecord], children: [Int32],
    rootIndex: Int32?, isComplete: Bool, doubled: Set<Int32> = []
  ) {
    self.file = file
    self.source = source
    self.buffer = buffer
    self.records = records
    self.children = children
    self.rootIndex = rootIndex
    self.isComplete = isComplete
    self.doubled = doubled
  }

  /// The outermost node; nil for an empty file.
  public var root: SyntaxNode? { rootIndex.map { SyntaxNode(tree: self, index: $0) } }
}
