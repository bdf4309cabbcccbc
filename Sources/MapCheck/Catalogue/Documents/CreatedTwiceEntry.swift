extension FindingCatalogue {
  static let createdTwice = FindingEntry(
    "created-twice", .documents,
    summary: "Two mappings create records in one table from the same record.",
    why: "There would be two orders for one.")
}
