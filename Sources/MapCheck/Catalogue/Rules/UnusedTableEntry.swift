extension FindingCatalogue {
  static let unusedTable = FindingEntry(
    "unused-table", .rules, .warning,
    summary: "A table's file that nothing uses.",
    why:
      "It costs whoever reads the project. No mapping, reference, parent, join, related record "
      + "or follow names it.")
}
