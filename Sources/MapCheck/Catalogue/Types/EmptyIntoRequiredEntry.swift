extension FindingCatalogue {
  static let emptyIntoRequired = FindingEntry(
    "empty-into-required", .types,
    summary: "An empty value can reach a field that must have one.",
    why: "Say 'empty: refuse', 'keep' or '{ use: VALUE }'.")
}
