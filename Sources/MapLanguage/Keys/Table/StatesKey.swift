import MapKeys

/// The keys of a document's states.
enum StatesKey: String, KeySet {
  case field
  case status
  case values

  static let title = "the states of a table"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .field:
      .required(.text, "The field of the state, statecode.")
    case .status:
      .required(.text, "The field of the status, statuscode.")
    case .values:
      .required(.map(.keys(StateKey.self)), "The states by name.")
    }
  }
}
