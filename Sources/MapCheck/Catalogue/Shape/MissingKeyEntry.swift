extension FindingCatalogue {
  static let missingKey = FindingEntry(
    "missing-key", .shape,
    summary: "A key that must be there is not.",
    why: "There is nothing that could be assumed in its place.")
}
