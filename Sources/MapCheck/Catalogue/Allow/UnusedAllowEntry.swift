extension FindingCatalogue {
  static let unusedAllow = FindingEntry(
    "unused-allow", .allow, .warning,
    summary: "A comment that allows a finding which is not there.",
    why:
      "The finding may be gone, or the comment may stand on another line than the one above "
      + "it. It would silence the next one that comes.")
}
