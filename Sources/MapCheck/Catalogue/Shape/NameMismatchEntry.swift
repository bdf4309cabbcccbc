extension FindingCatalogue {
  static let nameMismatch = FindingEntry(
    "name-mismatch", .shape,
    summary: "A file is not named as what it holds.",
    why:
      "People and tools find a mapping or table by its file's name: every character but "
      + "letters, digits, '.' and '-' becomes '_'.")
}
