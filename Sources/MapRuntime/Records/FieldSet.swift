/// Some of a record's columns, a bit each; at most 128 columns of a table are in use.
@frozen
public struct FieldSet: Hashable, Sendable {
  public var bits: UInt128

  @inlinable public init(bits: UInt128 = 0) { self.bits = bits }

  @inlinable public var isEmpty: Bool { bits == 0 }

  @inlinable public mutating func insert(_ column: Int) { bits |= 1 << UInt128(column) }

  @inlinable public func contains(_ column: Int) -> Bool { bits & (1 << UInt128(column)) != 0 }

  /// Adds a column where the condition holds.
  @inlinable public mutating func insert(_ column: Int, if isChanged: Bool) {
    if isChanged { insert(column) }
  }
}
