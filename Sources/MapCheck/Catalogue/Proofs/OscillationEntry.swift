extension FindingCatalogue {
  static let oscillation = FindingEntry(
    "oscillation", .proofs,
    summary: "After one run each way something would still change.",
    why: "The two sides would write to each other for ever. The counterexample shows the sequence.")
}
