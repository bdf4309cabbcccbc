import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// The state of reading `mapsync.yaml`.
final class SetupLowering: ProgramReader {
  let surroundings: SetupSurroundings

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
    distinct(systems, state: state)
    return Setup(
      company: company?.value, bc: systems[.bc]?.value, sales: systems[.sales]?.value,
      state: state?.value,
      durability: nodes[.durability].flatMap { word($0, "durability", Durability.self) }?.value,
      localCurrency: nodes[.localCurrency].flatMap { name($0, "local-currency") }
        .map { Code.normalized($0.value) },
      choices: choices(
        features: nodes[.features], settings: nodes[.settings], mappings: nodes[.mappings]))
  }

  /// The two systems and the state are three files (ARCHITECTURE, decisions), the defaults of
  /// those that are not named among them.
  private func distinct(
    _ systems: [Side: Located<SystemConnection>], state: Located<String>?
  ) {
    var seen: Set<String> = []
    let named = Side.allCases.compactMap { side -> Located<String>? in
      guard let system = systems[side] else {
        seen.insert("data/\(side.name).sqlite")
        return nil
      }
      guard case .embedded(let path) = system.value else { return nil }
      return Located(path, at: system.span)
    }
    if state == nil { seen.insert("data/state.sqlite") }
    for file in named + [state].compactMap({ $0 }) where !seen.insert(file.value).inserted {
      invalid(
        "the file '\(file.value)' stands for two things", at: file.span,
        help: "each system and the state have a file of their own")
    }
  }
}
