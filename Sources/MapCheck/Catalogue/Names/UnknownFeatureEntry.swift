extension FindingCatalogue {
  static let unknownFeature = FindingEntry(
    "unknown-feature", .names,
    summary: "A feature that the project does not declare.",
    why: "Features are declared in mappings/project.yaml, each as a value of a choice.")
}
