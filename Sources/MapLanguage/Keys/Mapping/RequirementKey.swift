import MapKeys

/// The keys of a prerequisite.
enum RequirementKey: String, KeySet {
  case mapping
  case when
  case `if`
  case because
  case sameRecord = "same-record"

  static let title = "a prerequisite"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(.text, "The mapping whose records must be coupled first.")
    case .when:
      .optional(.when, "The records of which it is asked.")
    case .if:
      .optional(.textOrTexts, "The features under which it holds.")
    case .because:
      .optional(.text, "Why.")
    case .sameRecord:
      .optional(.boolean, "This record's own coupling there.")
    }
  }
}
