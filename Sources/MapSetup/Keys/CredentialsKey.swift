import MapKeys

/// The keys of where a secret is kept.
enum CredentialsKey: String, KeySet {
  case environment
  case file

  static let title = "credentials"
  static let index = KeyIndex<Self>()
  // `credentials` has no article to leave out.
  static let definition = "credentials"

  var rule: KeyRule {
    switch self {
    case .environment:
      .optional(.text, "The environment variable that holds the secret.")
    case .file:
      .optional(.text, "The file that holds the secret, readable by its owner only.")
    }
  }
}
