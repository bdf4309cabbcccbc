import MapRuntime

/// A value that stands behind a dollar sign and is known when a run starts.
public enum Variable: Hashable, Sendable {
  case today
  case user
  case localCurrency
  /// The coupled record of the other side (`write-back`).
  case partner
  case setting(String, FieldType)

  /// As authors write it.
  public var written: String {
    switch self {
    case .today: "$today"
    case .user: "$user"
    case .localCurrency: "$local-currency"
    case .partner: "$partner"
    case .setting(let name, _): "$" + name
    }
  }
}
