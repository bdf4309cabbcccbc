import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// The state of reading `mapsync.yaml`.
final class SetupLowering: ProgramReader {
  let surroundings: SetupSurroundings
  private(set) var places: SetupPlaces?

  init(
    _ tree: SyntaxTree, of source: SourceFile, program: any CompiledProgram.Type,
    surroundings: SetupSurroundings
  ) {
    self.surroundings = surroundings
    super.init(tree, of: source, .setup, program: program)
  }

  func setup(_ root: SyntaxNode) -> Setup {
    var nodes: [SetupKey: SyntaxNode] = [:]
    read(root, SetupKey.self, "the setup") { nodes[$0] = $1 }
    let company = nodes[.company].flatMap { name($0, "company") }
    let state = nodes[.state].flatMap { name($0, "state") }
    let systems = systems(nodes[.systems])
    if case .address = systems[.bc]?.value, nodes[.company] == nil, let bc = systems[.bc] {
      report(
        "missing-key", "a setup with a real Business Central needs 'company'", at: bc.span)
    }
    let files = files(systems, state: state)
    distinct(files)
    rights(files)
    let start = Span(startOf: file)
    places = SetupPlaces(
      company: company?.span ?? start, bc: systems[.bc]?.span ?? start,
      sales: systems[.sales]?.span ?? start, state: state?.span ?? start,
      localCurrency: nodes[.localCurrency]?.span ?? start,
      settings: root.entries.first { $0.key.matches("settings") }?.key.span,
      namedSettings: Dictionary(
        (nodes[.settings]?.entries ?? []).map { ($0.key.text, $0.key.span) }
      ) { first, _ in first })
    return Setup(
      company: company?.value, bc: systems[.bc]?.value, sales: systems[.sales]?.value,
      state: state?.value,
      durability: nodes[.durability].flatMap { word($0, "durability", Durability.self) }?.value,
      history: nodes[.history].flatMap(history),
      localCurrency: nodes[.localCurrency].flatMap { name($0, "local-currency") }
        .map { Code.normalized($0.value) },
      choices: choices(
        features: nodes[.features], settings: nodes[.settings], mappings: nodes[.mappings]))
  }

  /// At least a day: what a run did is looked at the day after.
  private func history(_ node: SyntaxNode) -> Int? {
    guard let duration = duration(node, "history") else { return nil }
    guard duration.value >= 86_400 else {
      invalid(
        "'history' is shorter than a day", at: duration.span, help: "write days: '90d', '365d'")
      return nil
    }
    return duration.value
  }
}
