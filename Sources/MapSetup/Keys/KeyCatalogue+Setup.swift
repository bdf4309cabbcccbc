import MapKeys

extension KeyCatalogue {
  /// The shapes of policies, which setup and scenarios share.
  public static let policies: [any KeySet.Type] = [
    OverrideKey.self,
    FilterKey.self,
    FieldTestKey.self,
    CreationKey.self,
    MatchKey.self,
    MatchPairKey.self,
    ConflictKey.self,
    TemplateKey.self,
    ScheduleKey.self,
  ]

  /// The shapes of `mapsync.yaml`.
  public static let setup = KeyCatalogue(
    [SetupKey.self, SystemsKey.self, SystemKey.self, CredentialsKey.self] + policies,
    compiled: compiled, schemaCommand: "`mapsync schema setup`")

  /// Keys of a mapping's file that become code, so that nothing replaces them at run time.
  public static let compiled: Set<String> = [
    "tables", "copy-to", "parent", "direction", "requires", "defaults", "unmapped", "fields",
    "related", "refuse", "write-back", "empty-means", "states", "after", "timeline", "notes",
    "freight", "invoice-discount", "versions", "won", "order-by", "write-in", "overflow",
    "variants", "tests",
  ]
}
