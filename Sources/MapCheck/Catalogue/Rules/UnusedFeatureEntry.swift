extension FindingCatalogue {
  static let unusedFeature = FindingEntry(
    "unused-feature", .rules, .warning,
    summary: "A choice that makes no difference.",
    why: "No 'if' and no test names one of its features, so that switching it changes nothing.")
}
