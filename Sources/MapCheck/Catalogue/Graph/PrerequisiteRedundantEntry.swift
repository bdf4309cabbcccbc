extension FindingCatalogue {
  static let prerequisiteRedundant = FindingEntry(
    "prerequisite-redundant", .graph, .warning,
    summary: "A prerequisite that others give already.",
    why: "It says nothing new, and hides what does when those change.")
}
