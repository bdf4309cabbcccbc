extension FindingCatalogue {
  static let readOnlyTarget = FindingEntry(
    "read-only-target", .types,
    summary: "A field is to be written that is only read.",
    why:
      "The other system refuses the write. A field with 'access: create' can only be written "
      + "where the mapping creates.")
}
