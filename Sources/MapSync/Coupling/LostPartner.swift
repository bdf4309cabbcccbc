import MapRuntime

/// A coupling of which a side is gone.
public struct LostPartner: Hashable, Sendable {
  public let coupling: Coupling
  public let missing: [Side]
}
