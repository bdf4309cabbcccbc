/// Why a record was not converted: the rule that refused it. `uncoupled` under `wait` holds the
/// record, anything else fails it (F6, F12).
public struct RecordRefusal: Error, Hashable, Sendable {
  /// The key that refuses.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case empty
    case tooLong = "too-long"
    case tooPrecise = "too-precise"
    case uncoupled
    /// Held: the record goes through by itself once the missing one is coupled.
    case waiting
    case otherwise
    case sameAs = "same-as"
    /// A reference to a part of another record than the one that is named beside it (R E-25).
    case ofAnother = "of-another"
    case refuse
    case states
    /// A value that its transform or type cannot take.
    case value
  }

  public let reason: Reason
  /// The rule's place in `CompiledMapping.rules`.
  public let rule: Int

  @inlinable public init(_ reason: Reason, rule: Int) {
    self.reason = reason
    self.rule = rule
  }
}
