import MapKeys
import MapRuntime

/// The keys of a mapping that are data, so that setup and scenarios may replace them.
public enum OverrideKey: String, KeySet {
  case company
  case filter
  case outsideFilter = "outside-filter"
  case scope
  case create
  case match
  case conflict
  case templates
  case schedule
  case enabled
  case rules

  public static let title = "a mapping's policies"
  public static let index = KeyIndex<Self>()
  public static let definition = "policies"

  public var rule: KeyRule {
    switch self {
    case .company:
      .optional(.words(of: CompanyScope.self), "Whose Sales records it works with.")
    case .filter:
      .optional(
        .keys(FilterKey.self), "Which records take part; replaces the filter of each side named.")
    case .outsideFilter:
      .optional(
        .words(of: OutsideFilter.self), "What becomes of a coupled record that left its filter.")
    case .scope:
      .optional(.words(of: RunScope.self), "Whether scheduled runs create too.")
    case .create:
      .optional(.keys(CreationKey.self), "On which side it may create at all.")
    case .match:
      .optional(
        .someKeys(MatchKey.self, without: []), "How uncoupled records find their partners.")
    case .conflict:
      .optional(
        .keys(ConflictKey.self), "What happens where both sides changed, or one is gone.")
    case .templates:
      .optional(
        .list(.keys(TemplateKey.self)),
        "Values for new records in place of the mapping's own; the first that fits.")
    case .schedule:
      .optional(.either([.keys(ScheduleKey.self), .words(["none"])]), "When it runs by itself.")
    case .enabled:
      .optional(.boolean, "Whether it runs at all.")
    case .rules:
      .optional(
        .oneOrList(.words(of: NamedRule.self)), "Rules of the runtime in place of its own.")
    }
  }
}
