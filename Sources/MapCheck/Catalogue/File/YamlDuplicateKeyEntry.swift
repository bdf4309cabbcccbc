extension FindingCatalogue {
  static let yamlDuplicateKey = FindingEntry(
    "yaml-duplicate-key", .file,
    summary: "A key stands twice in one mapping.",
    why: "YAML forbids it, and readers that let it pass keep one of the two without saying which.")
}
