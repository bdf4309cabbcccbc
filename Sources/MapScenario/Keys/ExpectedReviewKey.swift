import MapKeys

/// The keys of a recommendation in `then`.
enum ExpectedReviewKey: String, KeySet {
  case mapping
  case recommend

  static let title = "an expected recommendation"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(
        .text, "The mapping that was reviewed.")
    case .recommend:
      .required(
        .words(of: ScenarioRecommendation.self), "What is recommended.")
    }
  }
}
