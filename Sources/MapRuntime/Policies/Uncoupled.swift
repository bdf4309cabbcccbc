/// What a reference does whose record is not coupled (F6, R B-17).
public enum Uncoupled: String, Sendable, CaseIterable {
  case wait
  case synchronize
  case later
  case keep
  case clear
  case refuse

  /// Whether the record goes on without the reference, so that its mapping is no prerequisite.
  @inlinable public var isSoft: Bool {
    switch self {
    case .later, .keep, .clear: true
    case .wait, .synchronize, .refuse: false
    }
  }
}
