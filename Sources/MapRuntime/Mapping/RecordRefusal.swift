/// Why a record was not converted: what refused it. `uncoupled` under `wait` holds the
/// record, anything else fails it (F6, F12).
public struct RecordRefusal: Error, Hashable, Sendable {
  /// The key that refuses.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case empty
    case tooLong = "too-long"
    case tooPrecise = "too-precise"
    /// A number that its target does not hold.
    case tooLarge = "too-large"
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

  /// What of a mapping refuses.
  public enum Cause: Hashable, Sendable {
    /// A field map or the parent, by its place in `CompiledMapping.rules`.
    case rule(Int)
    /// A sentence of `refuse`, by its place in `CompiledMapping.refusals`.
    case sentence(Int)
  }

  public let reason: Reason
  public let cause: Cause
  /// Of a text that is too long, where they are known.
  public let lengths: Lengths?
  /// What a value is and what it must agree with; empty for any other refusal.
  public let values: [Value]

  @inlinable public init(_ reason: Reason, rule: Int) {
    self.reason = reason
    cause = .rule(rule)
    lengths = nil
    values = []
  }

  /// A value that is not the one that it must agree with.
  public init(_ found: Value, not expected: Value, rule: Int) {
    reason = .sameAs
    cause = .rule(rule)
    lengths = nil
    values = [found, expected]
  }

  /// A record that a sentence of `refuse` refuses.
  @inlinable public init(sentence: Int) {
    reason = .refuse
    cause = .sentence(sentence)
    lengths = nil
    values = []
  }

  /// The field map that refuses, by its place in `CompiledMapping.rules`.
  public var rule: Int? {
    switch cause {
    case .rule(let rule): rule
    case .sentence: nil
    }
  }

  /// A text that its target does not hold.
  @usableFromInline init(tooLong text: String, for length: Int, rule: Int) {
    reason = .tooLong
    cause = .rule(rule)
    lengths = Lengths(TextLength.of(text), length)
    values = []
  }
}

/// A refusal is its reason and its cause; lengths and values are for people.
extension RecordRefusal {
  public static func == (left: Self, right: Self) -> Bool {
    left.reason == right.reason && left.cause == right.cause
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(reason)
    hasher.combine(cause)
  }
}
