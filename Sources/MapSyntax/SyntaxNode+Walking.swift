extension SyntaxNode {
  /// Hands over the entries of a mapping in their order, without making an array of them.
  public func forEachEntry(_ body: (Entry) -> Void) {
    let record = record
    guard record.kind == .mapping else { return }
    var place = Int(record.first)
    let end = place + Int(record.count)
    while place + 1 < end {
      body(
        Entry(
          key: SyntaxNode(tree: tree, index: tree.children[place]),
          value: SyntaxNode(tree: tree, index: tree.children[place + 1])))
      place += 2
    }
  }

  /// The first eight bytes of a scalar as a number, the first one highest; fewer are a smaller one.
  public var head: UInt64 {
    withBytes { bytes in
      var head: UInt64 = 0
      for place in 0..<min(bytes.count, 8) { head = head << 8 | UInt64(bytes[place]) }
      return head
    }
  }

  /// Whether a scalar reads just so, without making a string of it.
  public func reads(_ text: String) -> Bool {
    withBytes { bytes in
      guard bytes.count == text.utf8.count else { return false }
      return text.utf8.withContiguousStorageIfAvailable(bytes.elementsEqual)
        ?? bytes.elementsEqual(text.utf8)
    }
  }

  /// Whether a mapping has a key that reads just so.
  public func hasKey(_ text: StaticString) -> Bool {
    let record = record
    guard record.kind == .mapping else { return false }
    return stride(from: record.first, to: record.first + record.count, by: 2).contains {
      SyntaxNode(tree: tree, index: tree.children[Int($0)]).matches(text)
    }
  }
}

extension SyntaxTree {
  /// Hands over every scalar, keys too, of at least so many bytes, in the file's order.
  public func forEachScalar(
    ofAtLeast bytes: Int, _ body: (SyntaxNode, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    source.withUnsafeBufferPointer { source in
      buffer.withUnsafeBufferPointer { buffer in
        for (index, record) in records.enumerated()
        where record.count >= bytes && record.kind == .scalar {
          let range = Int(record.first)..<Int(record.first) + Int(record.count)
          body(
            SyntaxNode(tree: self, index: Int32(index)),
            UnsafeBufferPointer(rebasing: (record.isBuffered ? buffer : source)[range]))
        }
      }
    }
  }
}
