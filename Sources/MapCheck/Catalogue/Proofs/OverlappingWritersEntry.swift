extension FindingCatalogue {
  static let overlappingWriters = FindingEntry(
    "overlapping-writers", .proofs,
    summary: "Two mappings can write one record.",
    why:
      "Each would overwrite what the other wrote. Keep them apart by their filters, or by what "
      + "they write.")
}
