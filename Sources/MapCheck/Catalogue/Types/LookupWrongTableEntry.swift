extension FindingCatalogue {
  static let lookupWrongTable = FindingEntry(
    "lookup-wrong-table", .types,
    summary: "A reference goes through a mapping of other tables than those it refers to.",
    why: "The coupling that is looked for would never be found.")
}
