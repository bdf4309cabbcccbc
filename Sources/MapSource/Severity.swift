/// How bad a finding is.
public enum Severity: UInt8, Hashable, Sendable {
  case error
  case warning

  public var name: String { self == .error ? "error" : "warning" }
}
