extension FindingCatalogue {
  static let duplicateMapping = FindingEntry(
    "duplicate-mapping", .names,
    summary: "Two mappings have one name.",
    why:
      "Names that differ in case only are one name too: some file systems cannot tell them "
      + "apart.")
}
