import MapKeys

/// The keys of a mapping's two tables.
enum TablesKey: String, KeySet {
  case bc
  case sales

  static let title = "a pair of tables"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .required(.text, "The Business Central table.")
    case .sales:
      .required(.text, "The Sales table; or an option field, TABLE.FIELD.")
    }
  }
}
