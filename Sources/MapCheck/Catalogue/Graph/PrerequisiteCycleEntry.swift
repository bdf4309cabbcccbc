extension FindingCatalogue {
  static let prerequisiteCycle = FindingEntry(
    "prerequisite-cycle", .graph,
    summary: "Mappings wait for each other in a circle.",
    why:
      "None of their new records could ever be written. The path names each step's reason; a "
      + "field map in it may say 'uncoupled: later'.")
}
