import MapKeys

/// The keys of `fail`.
enum FailKey: String, KeySet {
  case side
  case table
  case record
  case with
  case times

  static let title = "a failing write"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .side:
      .required(
        .words(["bc", "sales"]), "The side that refuses.")
    case .table:
      .required(
        .text, "The record's table.")
    case .record:
      .required(
        .text, "The `$id` of the record.")
    case .with:
      .required(
        .text, "The message of the refusal.")
    case .times:
      .optional(
        .integer, "How many writes; 1 unless said.")
    }
  }
}
