import MapKeys
import MapRuntime

/// The keys of a field map.
enum FieldMapKey: String, KeySet {
  case bc
  case sales
  case constant
  case text
  case generate
  case compute
  case from
  case first
  case direction
  case through
  case follow
  case values
  case otherwise
  case transform
  case empty
  case uncoupled
  case tooLong = "too-long"
  case tooPrecise = "too-precise"
  case tooLarge = "too-large"
  case onlyOn = "only-on"
  case validate
  case `if`
  case enabled
  case because
  case sameAs = "same-as"

  static let title = "a field map"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(.text, "The Business Central field.")
    case .sales:
      .optional(.text, "The Sales field.")
    case .constant:
      .optional(.value, "A fixed value in place of the other side's field.")
    case .text:
      .optional(.text, "A text with fields in it, `{Source Type} {Source No.}`.")
    case .generate:
      .optional(.text, "A new key, `DV{00000}`.")
    case .compute:
      .optional(.text, "A function of the host; `from` names the fields that it sees.")
    case .from:
      .optional(
        .either([.text, .texts, .keys(ComputeFromKey.self)]),
        "The fields of `compute`; or NAME.FIELD of a related record.")
    case .first:
      .optional(
        .list(.keys(FirstSourceKey.self)),
        "Sources, of which the first that is not empty counts.")
    case .direction:
      .optional(.words(of: MappingDirection.self), "Which way the value goes.")
    case .through:
      .optional(
        .textOrTexts,
        "The mapping, or mappings, whose couplings turn the reference into the other side's.")
    case .follow:
      .optional(.map(.text), "A lookup to that table is followed first, through its field.")
    case .values:
      .optional(
        .map(.oneOrList(.value)),
        "The source's values (BC's, if two-way) and what they become: the first of a list.")
    case .otherwise:
      .optional(.value, "What a value does that is not listed: keep, refuse, or a value.")
    case .transform:
      .optional(.transform, "Steps between source and target.")
    case .empty:
      .optional(.emptyRule, "What an empty source does.")
    case .uncoupled:
      .optional(.words(of: Uncoupled.self), "What a reference does whose record is not coupled.")
    case .tooLong:
      .optional(.words(of: TooLong.self), "What a text does that is longer than its target.")
    case .tooPrecise:
      .optional(
        .words(of: TooPrecise.self),
        "What a number does that has more places than its target.")
    case .tooLarge:
      .optional(.words(of: TooLarge.self), "What a number does that its target does not hold.")
    case .onlyOn:
      .optional(.words(of: OnlyOn.self), "The one occasion on which it is applied.")
    case .validate:
      .optional(.boolean, "Whether Business Central's own field logic runs.")
    case .if:
      .optional(.textOrTexts, "The features under which it exists.")
    case .enabled:
      .optional(.boolean, "Whether it takes part; a disabled one is checked on its own.")
    case .because:
      .optional(.text, "Why.")
    case .sameAs:
      .optional(
        .textOrTexts,
        "NAME.FIELD of a related record that must agree; of several, the first filled one.")
    }
  }
}
