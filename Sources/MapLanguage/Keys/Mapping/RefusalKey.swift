import MapKeys

/// The keys of a refusal.
enum RefusalKey: String, KeySet {
  case when
  case because

  static let title = "a refusal"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .when:
      .required(.when, "The records that are refused.")
    case .because:
      .required(.text, "The sentence that people read.")
    }
  }
}
