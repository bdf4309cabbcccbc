extension FindingCatalogue {
  static let directionConflict = FindingEntry(
    "direction-conflict", .rules,
    summary: "Something is said for a direction that is not there.",
    why:
      "It would never happen, and whoever wrote it counts on it: a field map that goes the "
      + "other way, a creation that nothing permits, a template for records that are never made, "
      + "an option mapping both ways.")
}
