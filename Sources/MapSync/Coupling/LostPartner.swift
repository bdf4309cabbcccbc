import MapRuntime

/// A coupling of which a side is gone.
public struct LostPartner: Hashable, Sendable {
  public let coupling: Coupling
  public let missing: [Side]
  /// What people call the record that is left, or the one of BC where neither is.
  public let name: String
}
