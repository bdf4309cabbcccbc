extension FindingCatalogue {
  static let matchNotUnique = FindingEntry(
    "match-not-unique", .rules, .warning,
    summary: "A match that cannot tell records apart.",
    why: "Records without an own value in its fields would all fit, and none would be coupled.")
}
