extension FindingCatalogue {
  static let filterNeverTrue = FindingEntry(
    "filter-never-true", .rules,
    summary: "A filter that no record passes.",
    why: "The mapping would do nothing.")
}
