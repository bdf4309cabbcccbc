/// The direction in which digits are dropped; the names follow BC's `Round`.
public enum DecimalRounding: Hashable, Sendable, CaseIterable {
  /// To the nearest, a half away from zero: BC's '='.
  case nearest
  /// Away from zero: BC's '>'.
  case up
  /// Towards zero: BC's '<'.
  case down
}
