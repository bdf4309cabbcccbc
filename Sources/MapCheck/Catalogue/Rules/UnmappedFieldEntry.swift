extension FindingCatalogue {
  static let unmappedField = FindingEntry(
    "unmapped-field", .rules, .warning,
    summary: "A field of the two tables that no field map names.",
    why:
      "Asked for with 'unmapped: warn' or 'error', so that a column which is new is not "
      + "forgotten. What the system or the engine fills is left out.")
}
