extension FindingCatalogue {
  static let unknownMapping = FindingEntry(
    "unknown-mapping", .names,
    summary: "A mapping that the project does not have.",
    why: "References and prerequisites go through mappings of the same project.")
}
