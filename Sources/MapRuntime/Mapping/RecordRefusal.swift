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

  /// How long a text is and how much its target holds, both in UTF-16 units, as Business Central counts
  /// characters.
  public struct Lengths: Sendable {
    public let text: Int32
    public let target: Int32

    @usableFromInline init(_ text: Int, _ target: Int) {
      self.text = Int32(clamping: text)
      self.target = Int32(clamping: target)
    }
  }

  public let reason: Reason
  /// The rule's place in `CompiledMapping.rules`.
  public let rule: Int
  /// Of a text that is too long, where they are known.
  public let lengths: Lengths?

  @inlinable public init(_ reason: Reason, rule: Int) {
    self.reason = reason
    self.rule = rule
    lengths = nil
  }

  /// A text that its target does not hold.
  @usableFromInline init(tooLong text: String, for length: Int, rule: Int) {
    reason = .tooLong
    self.rule = rule
    lengths = Lengths(TextLength.of(text), length)
  }
}

/// A refusal is its reason and its rule; the lengths are for people.
extension RecordRefusal {
  public static func == (left: Self, right: Self) -> Bool {
    left.reason == right.reason && left.rule == right.rule
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(reason)
    hasher.combine(rule)
  }
}
