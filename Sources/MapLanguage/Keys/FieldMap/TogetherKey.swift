import MapKeys

/// The keys of field maps that are written together.
enum TogetherKey: String, KeySet {
  case together
  case fields

  static let title = "a block of field maps"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .together:
      .required(.words(["any-filled"]), "All of the block are written if one is filled, else none.")
    case .fields:
      .required(.list(.keys(FieldMapKey.self)), "The field maps of the block.")
    }
  }
}
