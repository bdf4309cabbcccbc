extension FindingCatalogue {
  static let allowWithoutReason = FindingEntry(
    "allow-without-reason", .allow,
    summary: "A comment that allows a finding and does not say why.",
    why:
      "Whoever reads it later cannot tell whether it still holds. Write '# mapc: allow NAME "
      + "because …'.")
}
