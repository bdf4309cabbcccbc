extension SyntaxTree {
  /// Hands over every scalar, keys too, of at least so many bytes, in the file's order.
  public func forEachScalar(
    ofAtLeast bytes: Int, _ body: (SyntaxNode, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    for (index, record) in records.enumerated()
    where record.kind == .scalar && Int(record.count) >= bytes {
      let node = SyntaxNode(tree: self, index: Int32(index))
      node.withBytes { body(node, $0) }
    }
  }
}
