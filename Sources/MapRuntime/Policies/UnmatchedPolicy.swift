/// What match-based coupling does with a record that has no partner (F4, R D-49).
public enum UnmatchedPolicy: String, Sendable, CaseIterable {
  case report
  case create
}
