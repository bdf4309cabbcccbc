extension FindingCatalogue {
  static let duplicateTarget = FindingEntry(
    "duplicate-target", .names,
    summary: "Two field maps write one field, in one direction and under the same features.",
    why: "The second would overwrite the first. Field maps with different 'only-on' do not clash.")
}
