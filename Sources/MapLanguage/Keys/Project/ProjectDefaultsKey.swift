import MapKeys
import MapRuntime

/// The keys of the project's defaults.
enum ProjectDefaultsKey: String, KeySet {
  case schedule
  case tooLong = "too-long"
  case tooPrecise = "too-precise"
  case tooLarge = "too-large"
  case empty
  case uncoupled
  case validate
  case because

  static let title = "the project's defaults"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .schedule:
      .optional(
        .either([.keys(ScheduleKey.self), .words(["none"])]),
        "When mappings run that do not say it.")
    case .tooLong:
      .optional(.words(of: TooLong.self), "What a text does that is longer than its target.")
    case .tooPrecise:
      .optional(
        .words(of: TooPrecise.self),
        "What a number does that has more places than its target.")
    case .tooLarge:
      .optional(.words(of: TooLarge.self), "What a number does that its target does not hold.")
    case .empty:
      .optional(.emptyRule, "What an empty source does.")
    case .uncoupled:
      .optional(.words(of: Uncoupled.self), "What a reference does whose record is not coupled.")
    case .validate:
      .optional(.boolean, "Whether Business Central's own field logic runs.")
    case .because:
      .optional(.text, "Why.")
    }
  }
}
