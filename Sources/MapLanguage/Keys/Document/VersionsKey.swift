import MapKeys
import MapRuntime

/// The keys of `versions`.
enum VersionsKey: String, KeySet {
  case same
  case number
  case earlier
  case then

  static let title = "a version rule"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .same:
      .required(.text, "The field that all versions share.")
    case .number:
      .required(.text, "The field that counts them.")
    case .earlier:
      .required(.text, "The state of an earlier version, State or State/Status.")
    case .then:
      .required(.oneOrList(.words(of: VersionStep.self)), "The steps that take in a new version.")
    }
  }
}
