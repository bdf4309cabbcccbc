/// Where a line's long description begins (F19, R E-30, E-31).
public enum OverflowDescription: String, Sendable, CaseIterable {
  case keep
  case begin
}
