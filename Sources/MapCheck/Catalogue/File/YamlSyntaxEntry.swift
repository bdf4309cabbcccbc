extension FindingCatalogue {
  static let yamlSyntax = FindingEntry(
    "yaml-syntax", .file,
    summary: "The file is no YAML, or uses a part of YAML that a mapping file does not take.",
    why:
      "What stands behind the place cannot be read, so nothing in the file is used until it "
      + "can. Two traps cause most of these: a name that goes on with ' #', which begins a "
      + "comment, and a key without a value inside '{}'. Quote the name.")
}
