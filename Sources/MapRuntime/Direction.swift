/// The one way that a value or a record takes.
public enum Direction: UInt8, Hashable, Sendable, CaseIterable {
  case toSales
  case toBC

  /// The side that is read.
  @inlinable public var source: Side { self == .toSales ? .bc : .sales }

  /// The side that is written.
  @inlinable public var target: Side { source.other }

  /// The way back.
  @inlinable public var reversed: Direction { self == .toSales ? .toBC : .toSales }

  /// The word that files and messages use.
  @inlinable public var name: String { self == .toSales ? "to-sales" : "to-bc" }
}
