extension FindingCatalogue {
  static let optionNotCovered = FindingEntry(
    "option-not-covered", .types,
    summary: "A value map leaves out a value that the filter lets through.",
    why:
      "Records with that value would have no answer. Map it, or say 'otherwise: keep', "
      + "'refuse' or a value.")
}
