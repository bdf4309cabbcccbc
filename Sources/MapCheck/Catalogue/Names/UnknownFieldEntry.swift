extension FindingCatalogue {
  static let unknownField = FindingEntry(
    "unknown-field", .names,
    summary: "A field that its table does not have.",
    why: "Field names are written as each side names them, letter by letter.")
}
