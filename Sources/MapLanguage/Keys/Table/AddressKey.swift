import MapKeys

/// The keys of where the connectors find a table.
enum AddressKey: String, KeySet {
  case set
  case id
  case modified

  static let title = "a table's address"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .set:
      .optional(.text, "The entity set.")
    case .id:
      .optional(.text, "The column of the id.")
    case .modified:
      .optional(.text, "The column of the time of the last change.")
    }
  }
}
