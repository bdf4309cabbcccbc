/// A coupling that was not stored, because one of its records has another partner (F1, R D-3).
public struct RefusedCoupling: Hashable, Sendable {
  public let coupling: Coupling
  /// What is stored instead.
  public let existing: Coupling

  public init(_ coupling: Coupling, existing: Coupling) {
    self.coupling = coupling
    self.existing = existing
  }
}
