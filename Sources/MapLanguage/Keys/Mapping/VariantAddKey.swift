import MapKeys
import MapRuntime

/// The keys of lists that a variant adds to.
enum VariantAddKey: String, KeySet {
  case fields
  case tests
  case requires
  case templates
  case refuse
  case copyTo = "copy-to"
  case rules
  case timeline

  static let title = "the additions"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .fields:
      .optional(.list(.either([.keys(FieldMapKey.self), .keys(TogetherKey.self)])), "Field maps.")
    case .tests:
      .optional(.list(.keys(TestKey.self)), "Tests.")
    case .requires:
      .optional(.list(.either([.text, .keys(RequirementKey.self)])), "Prerequisites.")
    case .templates:
      .optional(.list(.keys(TemplateKey.self)), "Templates.")
    case .refuse:
      .optional(.list(.keys(RefusalKey.self)), "Refusals.")
    case .copyTo:
      .optional(.textOrTexts, "Other tables with the same option.")
    case .rules:
      .optional(.textOrTexts, "Rules of the runtime.")
    case .timeline:
      .optional(.list(.words(of: TimelineEvent.self)), "What shows on the timeline.")
    }
  }
}
