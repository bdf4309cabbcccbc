extension FindingCatalogue {
  static let duplicateTable = FindingEntry(
    "duplicate-table", .names,
    summary: "Two tables of one side have one name.",
    why: "Which of the two a mapping means could not be told.")
}
