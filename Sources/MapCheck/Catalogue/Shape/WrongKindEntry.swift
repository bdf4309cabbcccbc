extension FindingCatalogue {
  static let wrongKind = FindingEntry(
    "wrong-kind", .shape,
    summary: "A list where a text is expected, or the like.",
    why: "What was written cannot be read as what the key takes.")
}
