/// One of the two systems that a mapping connects.
public enum Side: UInt8, Hashable, Sendable, CaseIterable {
  /// Business Central.
  case bc
  /// Dynamics 365 Sales, in Dataverse.
  case sales

  /// The system at the other end.
  @inlinable public var other: Side { self == .bc ? .sales : .bc }

  /// The word that files and messages use.
  @inlinable public var name: String { self == .bc ? "bc" : "sales" }
}
