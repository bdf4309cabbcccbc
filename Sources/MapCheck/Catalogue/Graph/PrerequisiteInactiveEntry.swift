extension FindingCatalogue {
  static let prerequisiteInactive = FindingEntry(
    "prerequisite-inactive", .graph,
    summary: "A prerequisite that does not exist under the same features.",
    why: "Its records would never be coupled, and those of this mapping would wait for ever.")
}
