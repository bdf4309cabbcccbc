import MapKeys

/// The keys of what a setting refers to.
enum SettingReferenceKey: String, KeySet {
  case bc
  case sales

  static let title = "a setting's reference"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(.textOrTexts, "Business Central tables.")
    case .sales:
      .optional(.textOrTexts, "Sales tables.")
    }
  }
}
