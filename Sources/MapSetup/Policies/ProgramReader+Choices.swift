import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// What setup and scenarios choose alike.
extension ProgramReader {
  /// Features, settings and policies; what cannot be read is left out with a finding.
  public func choices(
    features: SyntaxNode?, settings: SyntaxNode?, mappings: SyntaxNode?
  ) -> RunChoices {
    let features = self.features(features)
    let settings = self.settings(settings)
    var seen: Set<String> = []
    let given: [(key: Located<String>, value: SyntaxNode)] =
      mappings.map { entries($0, "mappings") } ?? []
    let overrides = given.compactMap { key, node in
      mapping(key, features).flatMap { mapping in
        // Two names that mean one mapping are told by their findings.
        seen.insert(mapping.policy.name).inserted
          ? override(node, of: mapping, named: Located(mapping.policy.name, at: key.span)) : nil
      }
    }
    return RunChoices(features: features, settings: settings, overrides: overrides)
  }

  /// A mapping by its name, among those that the features turn on.
  public func mappingPolicy(_ name: Located<String>, _ features: Set<String>) -> MappingPolicy? {
    compiled(name, features)?.policy
  }

  private func mapping(_ name: Located<String>, _ features: Set<String>) -> MappingTarget? {
    guard let mapping = compiled(name, features) else { return nil }
    if let target = Self.target(mapping, tables) { return target }
    report(
      "unknown-table", "the program does not describe the tables of '\(name.value)'",
      at: name.span, help: "generate the program again, with this version of mapc")
    return nil
  }

  private static func target<Mapping: CompiledMapping>(
    _ mapping: Mapping.Type, _ tables: TableIndex
  ) -> MappingTarget? { MappingTarget(mapping, tables) }

  private func compiled(
    _ name: Located<String>, _ features: Set<String>
  ) -> (any CompiledMapping.Type)? {
    let mappings = program.mappings(features)
    if let mapping = mappings.first(where: { $0.policy.name == name.value }) { return mapping }
    if mappingNames.contains(name.value) {
      report(
        "unknown-mapping", "'\(name.value)' is no mapping under these features", at: name.span,
        help: "on are \(Self.listed(features.sorted(), "and"))")
      return nil
    }
    let names = mappings.map { $0.policy.name }
    return meant(
      name, among: names.sorted(), "unknown-mapping",
      "the program has no mapping '\(name.value)'"
    ).flatMap { meant in mappings.first { $0.policy.name == meant } }
  }
}
