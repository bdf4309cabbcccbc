extension FindingCatalogue {
  static let writeInNotSet = FindingEntry(
    "write-in-not-set", .documents,
    summary:
      "A line without a product goes to Business Central, and nothing says which product "
      + "stands for it.",
    why:
      "Every order with such a line would fail. Name the settings of the product's type and "
      + "number under 'write-in'.")
}
