extension FindingCatalogue {
  static let requiredNotMapped = FindingEntry(
    "required-not-mapped", .types,
    summary: "A mapping that creates records leaves out a field that they must have.",
    why: "The other system refuses the record. Map the field, or give it a value in a template.")
}
