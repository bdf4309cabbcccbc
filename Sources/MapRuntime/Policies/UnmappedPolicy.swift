/// What is said about fields of the two tables that no field map names.
public enum UnmappedPolicy: String, Sendable, CaseIterable {
  case ignore
  case warn
  case error
}
