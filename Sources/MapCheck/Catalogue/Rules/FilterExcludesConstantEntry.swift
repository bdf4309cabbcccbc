extension FindingCatalogue {
  static let filterExcludesConstant = FindingEntry(
    "filter-excludes-constant", .rules,
    summary: "A mapping writes a value that its own filter rejects.",
    why:
      "A record that it made would be outside its filter in the next run. Say 'outside-filter: "
      + "follow' where this is meant.")
}
