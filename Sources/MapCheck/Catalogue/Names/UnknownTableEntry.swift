extension FindingCatalogue {
  static let unknownTable = FindingEntry(
    "unknown-table", .names,
    summary: "A table that has no file in schemas/, or that is on the other side.",
    why:
      "Fields, types and keys of a table are checked against its file. A mapping, 'parent' and "
      + "'join' need one.")
}
