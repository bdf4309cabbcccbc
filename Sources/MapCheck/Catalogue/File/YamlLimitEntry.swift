extension FindingCatalogue {
  static let yamlLimit = FindingEntry(
    "yaml-limit", .file,
    summary: "The file is larger or deeper than a mapping file ever needs to be.",
    why:
      "Limits keep a broken or hostile file from holding up everybody: 4 MiB a file, depth "
      + "100, 10,000 keys in a mapping, 1,000 uses of aliases.")
}
