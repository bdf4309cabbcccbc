import MapKeys

/// The keys of what an event does.
enum EffectKey: String, KeySet {
  case state
  case set
  case uncouple
  case archive
  case release
  case call
  case `if`

  static let title = "an effect"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .state:
      .optional(.text, "The Sales state, State or State/Status.")
    case .set:
      .optional(.keys(EffectSetKey.self), "Fields and their values.")
    case .uncouple:
      .optional(.boolean, "Takes the coupling away.")
    case .archive:
      .optional(.text, "The field that refers to the quote that is archived.")
    case .release:
      .optional(.boolean, "Releases the document.")
    case .call:
      .optional(.text, "A function of the host.")
    case .if:
      .optional(.textOrTexts, "The features under which it happens.")
    }
  }
}
