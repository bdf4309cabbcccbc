extension FindingCatalogue {
  static let prerequisiteDirection = FindingEntry(
    "prerequisite-direction", .graph, .warning,
    summary: "A prerequisite that never couples anything.",
    why:
      "It does not match, does not create, and no other mapping of its tables does: only "
      + "people couple its records.")
}
