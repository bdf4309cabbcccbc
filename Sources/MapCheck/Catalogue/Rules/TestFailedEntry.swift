extension FindingCatalogue {
  static let testFailed = FindingEntry(
    "test-failed", .rules,
    summary: "A test in a mapping's file does not come out as it says.",
    why: "The message shows what was expected and what came, with the field map that made it.")
}
