extension FindingCatalogue {
  static let versionNotArchived = FindingEntry(
    "version-not-archived", .documents,
    summary: "A new version of a quote replaces the old one, which is not archived.",
    why:
      "What people did with the old quote in Business Central would be lost. Write 'then: "
      + "[archive, replace]'.")
}
