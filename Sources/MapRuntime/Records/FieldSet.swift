/// Some of a record's columns, a bit each: the first 128 in the set itself, those beyond in an array
/// that only the records of wider tables have.
@frozen
public struct FieldSet: Hashable, Sendable {
  /// The columns that the set itself has room for.
  @usableFromInline static var room: Int { 128 }

  @usableFromInline var bits: UInt128
  /// The columns from 128 on, 128 to a word. The last word is never 0, so that sets of the same
  /// columns are equal.
  @usableFromInline var beyond: [UInt128] = []

  @inlinable public init(bits: UInt128 = 0) { self.bits = bits }

  /// - Parameter beyond: the columns from 128 on, 128 to a word.
  public init(bits: UInt128, beyond: [UInt128]) {
    self.bits = bits
    self.beyond = beyond
    while self.beyond.last == 0 { self.beyond.removeLast() }
  }

  @inlinable public var isEmpty: Bool { bits == 0 && beyond.isEmpty }

  @inlinable public mutating func insert(_ column: Int) {
    if column < FieldSet.room { bits |= 1 << UInt128(column) } else { insertBeyond(column) }
  }

  @inlinable public func contains(_ column: Int) -> Bool {
    column < FieldSet.room ? bits & (1 << UInt128(column)) != 0 : containsBeyond(column)
  }

  /// Adds a column where the condition holds.
  @inlinable public mutating func insert(_ column: Int, if isChanged: Bool) {
    if isChanged { insert(column) }
  }

  @usableFromInline mutating func insertBeyond(_ column: Int) {
    let (word, bit) = (column / FieldSet.room - 1, column % FieldSet.room)
    while beyond.count <= word { beyond.append(0) }
    beyond[word] |= 1 << UInt128(bit)
  }

  @usableFromInline func containsBeyond(_ column: Int) -> Bool {
    let (word, bit) = (column / FieldSet.room - 1, column % FieldSet.room)
    return word < beyond.count && beyond[word] & (1 << UInt128(bit)) != 0
  }
}
