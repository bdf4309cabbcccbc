extension FindingCatalogue {
  static let typeMismatch = FindingEntry(
    "type-mismatch", .types,
    summary: "A value of one type is to become one of another that it does not convert to.",
    why:
      "There is no answer that would be right for every value. A transform or a value map can "
      + "convert it.")
}
