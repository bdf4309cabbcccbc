import MapKeys

/// The keys of `post`.
enum PostKey: String, KeySet {
  case bc
  case ship
  case invoice
  case quantities
  case `as`

  static let title = "a posting"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .required(
        .text, "The order or invoice.")
    case .ship:
      .optional(
        .boolean, "Whether it is shipped. Both, unless one of the two is said.")
    case .invoice:
      .optional(
        .boolean, "Whether it is invoiced.")
    case .quantities:
      .optional(
        .map(.text), "How much of lines, by line number; other lines are posted as they stand.")
    case .as:
      .optional(
        .text,
        "How later steps and 'then' call the posted invoice, or a shipment that is not invoiced."
      )
    }
  }
}
