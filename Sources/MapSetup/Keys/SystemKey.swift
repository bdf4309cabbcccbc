import MapKeys

/// The keys of one system: a file of the embedded pair, or an address.
enum SystemKey: String, KeySet {
  case embedded
  case address
  case tenant
  case environment
  case client
  case credentials

  static let title = "a system"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .embedded:
      .optional(.text, "The file of an embedded system; it is created where it is missing.")
    case .address:
      .optional(.text, "Where a real system is reached, with https.")
    case .tenant:
      .optional(.text, "The Microsoft Entra tenant of a real system.")
    case .environment:
      .optional(.text, "The environment of a real Business Central, such as production.")
    case .client:
      .optional(.text, "The id of the application that is registered for the integration.")
    case .credentials:
      .optional(
        .keys(CredentialsKey.self), "Where the application's secret is; never the secret itself.")
    }
  }
}
