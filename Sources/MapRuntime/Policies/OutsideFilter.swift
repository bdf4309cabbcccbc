/// What becomes of a coupled record that left its mapping's filter.
public enum OutsideFilter: String, Sendable, CaseIterable {
  case skip
  case follow
}
