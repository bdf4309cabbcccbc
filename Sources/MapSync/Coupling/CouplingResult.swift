import MapRuntime

/// What became of a wish to couple two records.
public enum CouplingResult: Hashable, Sendable {
  case coupled
  /// They are coupled with each other.
  case already
  /// There is no such record on this side.
  case missing(Side)
  /// The record of this side is coupled with another one.
  case taken(Side, by: Coupling)
  /// The BC record stands for lines without a product, and is never coupled (R C-44).
  case writeIn
}
