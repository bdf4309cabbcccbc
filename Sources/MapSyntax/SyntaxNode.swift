import MapSource

/// A node of a tree: a scalar, a sequence or a mapping.
public struct SyntaxNode: Sendable {
  /// How a node was written.
  public enum Style: UInt8, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
    case block
    case flow
  }

  /// A key of a mapping with its value.
  public struct Entry: Sendable {
    public let key: SyntaxNode
    public let value: SyntaxNode
  }

  public let tree: SyntaxTree
  let index: Int32

  var record: NodeRecord { tree.records[Int(index)] }

  public var isScalar: Bool { record.kind == .scalar }
  public var isSequence: Bool { record.kind == .sequence }
  public var isMapping: Bool { record.kind == .mapping }
  public var style: Style { record.style }

  public var span: Span {
    let record = record
    return Span(file: tree.file, start: record.start, end: record.end)
  }

  /// True for a node that was left out: `key:` with nothing behind it.
  public var isNothing: Bool {
    let record = record
    return record.kind == .scalar && record.count == 0 && record.style == .plain
  }

  /// True for nothing and for the plain word `null`.
  public var isNull: Bool {
    isNothing || (isScalar && style == .plain && (matches("null") || matches("~")))
  }

  /// Whether it is a key that its mapping has twice.
  public var standsTwice: Bool { !tree.doubled.isEmpty && tree.doubled.contains(index) }

  /// The text of a scalar, escapes resolved; empty for a collection.
  public var text: String {
    withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the scalar reads just so, without making a string.
  public func matches(_ text: StaticString) -> Bool {
    withBytes { bytes in
      bytes.count == text.utf8CodeUnitCount
        && bytes.elementsEqual(
          UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let record = record
    guard record.kind == .scalar, record.count > 0 else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let range = Int(record.first)..<Int(record.first) + Int(record.count)
    let bytes = record.isBuffered ? tree.buffer : tree.source
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The number of items, or of keys.
  public var count: Int {
    let record = record
    switch record.kind {
    case .scalar: return 0
    case .sequence: return Int(record.count)
    case .mapping: return Int(record.count) / 2
    }
  }

  /// The items of a sequence; empty for anything else.
  public var items: [SyntaxNode] {
    let record = record
    guard record.kind == .sequence else { return [] }
    return (record.first..<record.first + record.count).map {
      SyntaxNode(tree: tree, index: tree.children[Int($0)])
    }
  }

  /// The entries of a mapping in their order; empty for anything else.
  public var entries: [Entry] {
    let record = record
    guard record.kind == .mapping else { return [] }
    return stride(from: record.first, to: record.first + record.count, by: 2).map {
      Entry(
        key: SyntaxNode(tree: tree, index: tree.children[Int($0)]),
        value: SyntaxNode(tree: tree, index: tree.children[Int($0) + 1]))
    }
  }

  /// The value of a key in a mapping.
  public subscript(_ key: String) -> SyntaxNode? {
    entries.first { $0.key.isScalar && $0.key.text == key }?.value
  }
}
