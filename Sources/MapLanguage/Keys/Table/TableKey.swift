import MapKeys

/// The keys of a table's file.
enum TableKey: String, KeySet {
  case table
  case number
  case key
  case odata
  case roles
  case states
  case parent
  case swiftName = "swift-name"
  case fields

  static let title = "a table"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .table:
      .required(.text, "The table as its side names it: `Customer`, `account`.")
    case .number:
      .optional(.integer, "Business Central's table number.")
    case .key:
      .required(.textOrTexts, "The business key; for a Sales table the primary id.")
    case .odata:
      .optional(.keys(AddressKey.self), "Where the connectors find the table.")
    case .roles:
      .optional(.keys(RolesKey.self), "Fields of a Sales table that the engine needs.")
    case .states:
      .optional(
        .keys(StatesKey.self),
        "A document's states; they replace the fields statecode and statuscode.")
    case .parent:
      .optional(.keys(TableParentKey.self), "The header that its lines belong to.")
    case .swiftName:
      .optional(.text, "Its name in Swift, where two names would become one.")
    case .fields:
      .required(.list(.keys(FieldKey.self)), "The table's fields.")
    }
  }
}
