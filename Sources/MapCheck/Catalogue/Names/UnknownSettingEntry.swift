extension FindingCatalogue {
  static let unknownSetting = FindingEntry(
    "unknown-setting", .names,
    summary: "A setting that the project does not declare.",
    why:
      "Settings are declared in mappings/project.yaml with their type, so that their uses can "
      + "be checked before a value is known.")
}
