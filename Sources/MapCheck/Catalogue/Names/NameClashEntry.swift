extension FindingCatalogue {
  static let nameClash = FindingEntry(
    "name-clash", .names,
    summary: "Two names become one in Swift.",
    why:
      "Names are made of ASCII letters and digits in the generated code. Give one of them a "
      + "'swift-name'.")
}
