import MapKeys

/// The keys of one source of `first`.
enum FirstSourceKey: String, KeySet {
  case bc
  case sales
  case constant
  case text
  case compute
  case from

  static let title = "a source"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(.text, "A Business Central field.")
    case .sales:
      .optional(.text, "A Sales field.")
    case .constant:
      .optional(.value, "A fixed value.")
    case .text:
      .optional(.text, "A text with fields in it.")
    case .compute:
      .optional(.text, "A function of the host.")
    case .from:
      .optional(
        .either([.text, .texts, .keys(ComputeFromKey.self)]),
        "The fields of `compute`; or NAME.FIELD of a related record.")
    }
  }
}
