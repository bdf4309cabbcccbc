extension FindingCatalogue {
  static let matchNotComparable = FindingEntry(
    "match-not-comparable", .rules,
    summary: "Two fields of a match can never agree.",
    why: "Their types or lengths differ so that no two records would ever be matched.")
}
