/// The keys of what may be asked of a field.
public enum FieldTestKey: String, KeySet {
  case not
  case above
  case below
  case atLeast = "at-least"
  case atMost = "at-most"
  case between
  case like
  case isA = "is-a"
  case field
  case equals

  public static let title = "a test of a field"
  public static let index = KeyIndex<Self>()

  public var rule: KeyRule {
    switch self {
    case .not:
      .optional(.test, "What must not hold.")
    case .above:
      .optional(.value, "Greater than.")
    case .below:
      .optional(.value, "Less than.")
    case .atLeast:
      .optional(.value, "Greater than or equal.")
    case .atMost:
      .optional(.value, "Less than or equal.")
    case .between:
      .optional(.list(.value), "From the first to the second, both included.")
    case .like:
      .optional(.text, "A pattern with `*` and `?`.")
    case .isA:
      .optional(.text, "The table of a lookup.")
    case .field:
      .optional(.text, "Equal to another field of the record.")
    case .equals:
      .optional(.value, "Equal to a value; for the words that mean something else.")
    }
  }
}
