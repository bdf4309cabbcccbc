/// What a document mapping does with records in one state.
public enum StateRule: String, Sendable, CaseIterable {
  case takeIn = "take-in"
  case update
  case stateOnly = "state-only"
  case ignore
  case refuse
}
