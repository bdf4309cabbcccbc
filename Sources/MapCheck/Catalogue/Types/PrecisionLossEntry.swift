extension FindingCatalogue {
  static let precisionLoss = FindingEntry(
    "precision-loss", .types,
    summary: "A number can have more decimal places than the field that it goes to.",
    why: "Say 'too-precise: round' or 'refuse'.")
}
