import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// The state of reading `mapsync.yaml`.
final class SetupLowering: ProgramReader {
  let surroundings: SetupSurroundings
  private(set) var places: SetupPlaces?

  init(
    _ tree: SyntaxTree, program: any CompiledProgram.Type, surroundings: SetupSurroundings
  ) {
    self.surroundings = surroundings
    super.init(tree, .setup, program: program)
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
      settings: nodes[.settings]?.span ?? start)
    return Setup(
      company: company?.value, bc: systems[.bc]?.value, sales: systems[.sales]?.value,
      state: state?.value,
      durability: nodes[.durability].flatMap { word($0, "durability", Durability.self) }?.value,
      localCurrency: nodes[.localCurrency].flatMap { name($0, "local-currency") }
        .map { Code.normalized($0.value) },
      choices: choices(
        features: nodes[.features], settings: nodes[.settings], mappings: nodes[.mappings]))
  }
}
