import MapKeys

/// The keys of a test.
enum TestKey: String, KeySet {
  case name
  case direction
  case features
  case settings
  case now
  case functions
  case coupled
  case related
  case before
  case bc
  case sales
  case fails

  static let title = "a test"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .name:
      .required(.text, "What it shows, in a sentence.")
    case .direction:
      .optional(.words(["to-sales", "to-bc"]), "Which way, where the mapping has two.")
    case .features:
      .optional(.textOrTexts, "Features that are on, in place of the first ones.")
    case .settings:
      .optional(.values, "Values of settings.")
    case .now:
      .optional(.text, "The clock, ISO 8601.")
    case .functions:
      .optional(.values, "Answers of the host's functions.")
    case .coupled:
      .optional(.list(.keys(CoupledKey.self)), "Couplings that exist.")
    case .related:
      .optional(.map(.values), "Related records by name.")
    case .before:
      .optional(.values, "The target as it stands.")
    case .bc:
      .optional(.values, "The Business Central record: the source, or what is expected.")
    case .sales:
      .optional(.values, "The Sales record: the source, or what is expected.")
    case .fails:
      .optional(.words(MappingTest.refusals), "The key that refuses, or wait.")
    }
  }
}
