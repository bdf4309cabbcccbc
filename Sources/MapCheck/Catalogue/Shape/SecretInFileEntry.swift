extension FindingCatalogue {
  static let secretInFile = FindingEntry(
    "secret-in-file", .shape,
    summary: "A value that looks like a password, a key or a token.",
    why:
      "Files with mappings are shared and kept for ever. Secrets belong into the environment "
      + "of the running program; take this one out, and change it where it was in use.")
}
