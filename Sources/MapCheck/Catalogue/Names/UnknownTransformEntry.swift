extension FindingCatalogue {
  static let unknownTransform = FindingEntry(
    "unknown-transform", .names,
    summary: "A transform that the language does not have.",
    why: "Transforms are a closed list; '{ custom: NAME }' calls a function of your own.")
}
