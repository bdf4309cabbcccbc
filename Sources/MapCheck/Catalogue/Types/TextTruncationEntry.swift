extension FindingCatalogue {
  static let textTruncation = FindingEntry(
    "text-truncation", .types,
    summary: "A text can be longer than the field that it goes to.",
    why:
      "Without an answer it would be cut, or every such record would fail. Say 'too-long: "
      + "cut', 'refuse' or 'keep'. The longest value is that after the transforms.")
}
