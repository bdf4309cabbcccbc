import MapRuntime

/// A value that stands behind a dollar sign and is known when a run starts.
public enum Variable: Hashable, Sendable {
  case today
  case user
  case localCurrency
  /// The coupled record of the other side (`write-back`).
  case partner
  case setting(String, FieldType)
  /// A setting with named options, for an option field: the field's number of each of its names in
  /// order, nil where the field has none of that name.
  case optionSetting(String, [Int32?])

  /// As authors write it.
  public var written: String {
    switch self {
    case .today: "$today"
    case .user: "$user"
    case .localCurrency: "$local-currency"
    case .partner: "$partner"
    case .setting(let name, _), .optionSetting(let name, _): "$" + name
    }
  }
}
