extension FindingCatalogue {
  static let filteredReference = FindingEntry(
    "filtered-reference", .proofs, .warning,
    summary: "A reference may name a record that its mapping's filter keeps out.",
    why:
      "Such a record is never coupled, and what refers to it waits. Say 'uncoupled' to show "
      + "that this is meant.")
}
