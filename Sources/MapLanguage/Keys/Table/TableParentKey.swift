import MapKeys

/// The keys of the header that a line belongs to.
enum TableParentKey: String, KeySet {
  case table
  case by
  case `where`

  static let title = "a table's parent"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .table:
      .required(.text, "The header's table.")
    case .by:
      .required(
        .either([.text, .map(.text)]),
        "The own lookup; or the parent's fields, each with the own one.")
    case .where:
      .optional(.values, "Values of the parent that no own field says.")
    }
  }
}
