extension FindingCatalogue {
  static let encoding = FindingEntry(
    "encoding", .file,
    summary: "The file is not UTF-8.",
    why:
      "Names with letters outside ASCII would be read as others than those that were written. "
      + "Save the file as UTF-8, with or without a byte order mark.")
}
