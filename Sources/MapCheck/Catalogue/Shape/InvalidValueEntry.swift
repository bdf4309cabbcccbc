extension FindingCatalogue {
  static let invalidValue = FindingEntry(
    "invalid-value", .shape,
    summary: "A value that is none of those that the key takes.",
    why: "The message lists what is permitted, or shows how such a value is written.")
}
