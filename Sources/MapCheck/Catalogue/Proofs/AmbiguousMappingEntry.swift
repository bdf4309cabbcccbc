extension FindingCatalogue {
  static let ambiguousMapping = FindingEntry(
    "ambiguous-mapping", .proofs,
    summary: "Two mappings could translate a reference.",
    why: "Which one is asked would be chance. Say 'through'.")
}
