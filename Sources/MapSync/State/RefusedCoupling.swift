/// A coupling that was not stored: one of its records has another partner (F1, R D-3), or somebody
/// changed or removed it since it was read.
public struct RefusedCoupling: Hashable, Sendable {
  public let coupling: Coupling
  /// What is stored instead; nil where nothing is.
  public let existing: Coupling?

  /// Whether one of the records has another partner.
  public var isTaken: Bool {
    guard let existing else { return false }
    return existing.bcID != coupling.bcID || existing.salesID != coupling.salesID
  }

  public init(_ coupling: Coupling, existing: Coupling?) {
    self.coupling = coupling
    self.existing = existing
  }
}
