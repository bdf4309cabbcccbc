import MapSource

/// A mapping whose records must be coupled before another's can be, and why
/// (docs/language.md#mappings).
public struct PrerequisiteEdge: Sendable {
  /// What made it.
  public enum Reason: String, Sendable, CaseIterable {
    /// `requires` says so.
    case declared
    /// A field map refers through it.
    case through
    /// Its lines belong to that mapping's headers.
    case parent
  }

  /// The place of the mapping that waits.
  public let from: Int
  /// The place of the mapping that goes first.
  public let to: Int
  public let reason: Reason
  /// The places of the field maps that refer (`EffectiveFieldMap.place`); empty for the other
  /// reasons.
  public internal(set) var fields: [Int]
  /// Whether the record goes on without it: the field maps say `later`, `keep` or `clear`.
  public let isSoft: Bool
  /// Where the mapping's name stands, for the first of the field maps.
  public let span: Span
  /// Why an author says that it is needed.
  public let because: String?

  public init(
    from: Int, to: Int, reason: Reason, fields: [Int] = [], isSoft: Bool = false, span: Span,
    because: String? = nil
  ) {
    self.from = from
    self.to = to
    self.reason = reason
    self.fields = fields
    self.isSoft = isSoft
    self.span = span
    self.because = because
  }
}
