extension FindingCatalogue {
  static let notInvertible = FindingEntry(
    "not-invertible", .types,
    summary: "A two-way field map has a transform that cannot be undone.",
    why:
      "The value would come back changed after every run. Let the field map go one way, or "
      + "write both ways out.")
}
