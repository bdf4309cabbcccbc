import MapKeys

/// The keys of one state.
enum StateKey: String, KeySet {
  case value
  case statuses
  case next
  case locked

  static let title = "a state"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .value:
      .required(.integer, "Its number.")
    case .statuses:
      .optional(.map(.integer), "Its statuses: name and number.")
    case .next:
      .optional(.textOrTexts, "The states that may follow.")
    case .locked:
      .optional(.boolean, "Whether a record in it cannot be written.")
    }
  }
}
