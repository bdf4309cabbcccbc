import MapKeys

/// The keys of a table's field.
enum FieldKey: String, KeySet {
  case name
  case type
  case values
  case open
  case required
  case access
  case `default`
  case refersTo = "refers-to"
  case computed
  case from
  case sets
  case join
  case changesWith = "changes-with"
  case odata
  case swiftName = "swift-name"

  static let title = "a field"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .name:
      .required(.text, "The field as its side names it: `No.`, `accountnumber`.")
    case .type:
      .required(
        .fieldType,
        "What it holds: text(100), code(20), decimal(2), option, lookup and so on.")
    case .values:
      .optional(.map(.integer), "An option's values: name and number.")
    case .open:
      .optional(.boolean, "Whether values may be added to the option at run time.")
    case .required:
      .optional(.boolean, "Whether a new record must have it.")
    case .access:
      .optional(
        .words(of: Field.Access.self),
        "Who may write it: read-write (default), read, create or update (on that alone).")
    case .`default`:
      .optional(
        .value,
        "Who fills it where nobody writes it: a value, system, number-series or next-line.")
    case .refersTo:
      .optional(
        .reference,
        "The table or tables that it refers to, by another field or with navigation properties.")
    case .computed:
      .optional(.text, "The host's function that computes it; read only.")
    case .from:
      .optional(
        .oneOrList(.either([.text, .map(.textOrTexts)])),
        "What the function of a computed field is given: own fields, $today, and fields of the "
          + "rows of a table in changes-with.")
    case .sets:
      .optional(.textOrTexts, "The fields that writing the computed field sets.")
    case .join:
      .optional(.keys(JoinKey.self), "A value read with the row from another table.")
    case .changesWith:
      .optional(
        .map(.map(.text)),
        "Tables whose changes count as changes of this figure: their field, and the own one.")
    case .odata:
      .optional(.text, "Its name in the API.")
    case .swiftName:
      .optional(.text, "Its name in Swift, where two names would become one.")
    }
  }
}
