import MapKeys

/// The keys of `name-partner`.
enum NamePartnerKey: String, KeySet {
  case mapping
  case bc
  case sales
  case `as`

  static let title = "a partner that gets a name"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(
        .text, "The mapping whose tables are coupled.")
    case .bc:
      .optional(
        .text, "The Business Central record.")
    case .sales:
      .optional(
        .text, "The Sales record.")
    case .as:
      .required(
        .text, "How later steps and 'then' call the record that it is coupled with.")
    }
  }
}
