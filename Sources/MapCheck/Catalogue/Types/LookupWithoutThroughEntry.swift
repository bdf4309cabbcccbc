extension FindingCatalogue {
  static let lookupWithoutThrough = FindingEntry(
    "lookup-without-through", .types,
    summary: "A reference is copied as it is.",
    why:
      "The key of a record on one side means nothing on the other. Say through which mapping "
      + "it is translated.")
}
