import MapKeys

/// The keys of a variant.
enum VariantKey: String, KeySet {
  case `if`
  case set
  case add
  case fields

  static let title = "a variant"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .if:
      .required(.textOrTexts, "The features under which it is applied.")
    case .set:
      .optional(
        .someKeys(MappingKey.self, without: Variant.keptKeys),
        "Keys that it replaces; maps key by key.")
    case .add:
      .optional(.keys(VariantAddKey.self), "What it adds to lists.")
    case .fields:
      .optional(
        .map(.someKeys(FieldMapKey.self, without: [])),
        "Field maps that it changes, by Sales or Business Central name.")
    }
  }
}
