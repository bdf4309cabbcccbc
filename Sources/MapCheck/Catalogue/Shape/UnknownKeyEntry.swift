extension FindingCatalogue {
  static let unknownKey = FindingEntry(
    "unknown-key", .shape,
    summary: "A key that may not stand here.",
    why:
      "A misspelt key would be passed over in silence, and what it says would not hold. Keys "
      + "are closed sets everywhere; the message names the nearest one, or says where the key "
      + "does belong.")
}
