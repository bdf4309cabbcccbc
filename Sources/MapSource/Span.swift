/// A piece of one file: byte offsets, the end exclusive.
public struct Span: Hashable, Sendable {
  /// The file's place in its `SourceSet`.
  public let file: Int32
  public let start: Int32
  public let end: Int32

  @inlinable public init(file: Int32, start: Int32, end: Int32) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// A span of no characters, for what has no place of its own.
  @inlinable public init(startOf file: Int32) {
    self.init(file: file, start: 0, end: 0)
  }

  /// From where this one starts to where the other ends.
  @inlinable public func through(_ other: Span) -> Span {
    Span(file: file, start: start, end: max(end, other.end))
  }
}

extension Span: Comparable {
  public static func < (left: Span, right: Span) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}
