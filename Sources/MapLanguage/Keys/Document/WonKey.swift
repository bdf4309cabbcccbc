import MapKeys
import MapRuntime

/// The keys of `won`.
enum WonKey: String, KeySet {
  case state
  case order
  case submitted
  case notSubmitted = "not-submitted"
  case missing

  static let title = "a rule for won quotes"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .state:
      .required(.text, "The state of a won quote.")
    case .order:
      .required(.keys(WonOrderKey.self), "Where the order is found that a won quote became.")
    case .submitted:
      .required(.oneOrList(.words(of: WonStep.self)), "The steps where the order was submitted.")
    case .notSubmitted:
      .required(.oneOrList(.words(of: WonStep.self)), "The steps where it was not.")
    case .missing:
      .optional(.words(of: MissingOrder.self), "What happens where there is no order.")
    }
  }
}
