import MapKeys

/// The keys of `mappings/project.yaml`.
enum ProjectKey: String, KeySet {
  case project
  case features
  case settings
  case defaults

  static let title = "the project"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .project:
      .required(.text, "The project's name.")
    case .features:
      .optional(
        .map(.texts),
        "Choices: of each list of features exactly one is on, the first unless said otherwise.")
    case .settings:
      .optional(
        .map(.keys(SettingKey.self)),
        "Values that mapsync.yaml gives; a mapping names one as `$name`.")
    case .defaults:
      .optional(
        .keys(ProjectDefaultsKey.self),
        "Answers for mappings that do not answer themselves.")
    }
  }
}
