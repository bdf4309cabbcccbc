import MapKeys

/// The keys of a value from another table.
enum JoinKey: String, KeySet {
  case table
  case on
  case latest
  case until
  case field

  static let title = "a join"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .table:
      .required(.text, "The other table.")
    case .on:
      .optional(
        .map(.text),
        "Their field, and the own one that it equals. Without it the table has one record.")
    case .latest:
      .optional(.text, "The date field of which the latest row counts.")
    case .until:
      .optional(.value, "The last date that counts, such as $today.")
    case .field:
      .required(.text, "The field that is read.")
    }
  }
}
