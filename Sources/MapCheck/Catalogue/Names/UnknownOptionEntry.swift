extension FindingCatalogue {
  static let unknownOption = FindingEntry(
    "unknown-option", .names,
    summary: "A value that is none of the option's, or a state that its document does not have.",
    why: "The number behind the name would not be known.")
}
