import MapKeys

/// The keys of `invoice-discount`.
enum DiscountKey: String, KeySet {
  case from
  case lines
  case rest
  case percentage
  case places

  static let title = "a discount rule"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .from:
      .required(.textOrTexts, "The Sales fields of the amount and, beside 'rest', the percentage.")
    case .lines:
      .optional(.text, "The Sales field of the sum of the lines.")
    case .rest:
      .optional(.text, "The Sales field of what is left of it, before freight and taxes.")
    case .percentage:
      .optional(.text, "In place of 'rest', the Sales field of the percentage of that sum.")
    case .places:
      .optional(.text, "The Sales field of the places to which the percentage's amount is rounded.")
    }
  }
}
