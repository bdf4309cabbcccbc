import MapKeys

/// The keys of a setting.
enum SettingKey: String, KeySet {
  case type
  case values
  case refersTo = "refers-to"
  case `default`

  static let title = "a setting"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .type:
      .required(.fieldType, "The type of its value, so that uses are checked.")
    case .values:
      .optional(.texts, "The names of an option setting.")
    case .refersTo:
      .optional(.keys(SettingReferenceKey.self), "The tables that its value names a record of.")
    case .`default`:
      .optional(.value, "The value where mapsync.yaml gives none.")
    }
  }
}
