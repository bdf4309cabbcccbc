import MapRuntime

/// Why a record is not converted.
public enum RecordStop: Sendable {
  /// The document is in a state that the mapping does not take in (R E-2, K-1).
  case states(StateRule, state: String)
  /// The record is outside the mapping's filter.
  case outsideFilter
  /// A `refuse` of the mapping, by its place in the list.
  case refuse(Int)
  /// Held: the record's parent is not coupled.
  case parent
  /// A field map refuses the record, or holds it.
  case rule(RecordRefusal)

  /// The key that a test names under `fails`; nil for a filter, which passes a record over.
  public var key: String? {
    switch self {
    case .states: RecordRefusal.Reason.states.rawValue
    case .outsideFilter: nil
    case .refuse: RecordRefusal.Reason.refuse.rawValue
    case .parent: RecordRefusal.Reason.uncoupled.rawValue
    case .rule(let refusal):
      refusal.reason == .waiting
        ? RecordRefusal.Reason.uncoupled.rawValue : refusal.reason.rawValue
    }
  }

  /// Whether the record is held, and goes through by itself once another is coupled (F6).
  public var isHeld: Bool {
    switch self {
    case .parent: true
    case .rule(let refusal): refusal.reason == .waiting
    case .states, .outsideFilter, .refuse: false
    }
  }

  /// Whether a test expects it: `wait` expects a held record, which counts as uncoupled too.
  func answers(_ wanted: String) -> Bool {
    wanted == key || wanted == Uncoupled.wait.rawValue && isHeld
  }
}
