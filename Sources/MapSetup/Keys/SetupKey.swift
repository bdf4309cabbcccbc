import MapKeys

/// The keys of `mapsync.yaml`.
public enum SetupKey: String, KeySet {
  case company
  case systems
  case state
  case durability
  case history
  case features
  case settings
  case localCurrency = "local-currency"
  case mappings

  public static let title = "a setup"
  public static let index = KeyIndex<Self>()

  public var rule: KeyRule {
    switch self {
    case .company:
      .optional(
        .text, "The Business Central company; CRONUS in the embedded pair unless said otherwise.")
    case .systems:
      .optional(.keys(SystemsKey.self), "The two systems; an embedded pair unless said otherwise.")
    case .state:
      .optional(.text, "The file of couplings, jobs and marks; data/state.sqlite unless said.")
    case .durability:
      .optional(
        .words(of: Durability.self),
        "What a crash may lose: normal is safe against a kill, full against a power failure.")
    case .history:
      .optional(
        .text, "How long jobs, and what happened to records, are kept, as 90d; 365d unless said.")
    case .features:
      .optional(.textOrTexts, "The choices that are on; of each choice the first unless named.")
    case .settings:
      .optional(.values, "Values of the project's settings.")
    case .localCurrency:
      .optional(.text, "The code of the company's local currency.")
    case .mappings:
      .optional(
        .map(.keys(OverrideKey.self)), "Policies of single mappings, merged key by key.")
    }
  }
}
