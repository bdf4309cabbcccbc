import MapKeys

/// The keys of what stands for an empty source.
enum EmptyUseKey: String, KeySet {
  case use

  static let title = "a value for an empty source"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .use:
      .required(.value, "A value, or a field of the source's table.")
    }
  }
}
