import MapKeys

/// The keys of what limits creation that happens by itself.
enum CreateRuleKey: String, KeySet {
  case enabledBy = "enabled-by"
  case when

  static let title = "a rule of creation"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .enabledBy:
      .optional(.text, "The setting that must be true.")
    case .when:
      .optional(.when, "The records that are created by themselves.")
    }
  }
}
