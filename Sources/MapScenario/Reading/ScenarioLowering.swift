import MapKeys
import MapRuntime
import MapSetup
import MapSource
import MapSyntax

/// The state of reading a scenario: the names of its records. Its methods are grouped by topic in
/// extensions.
final class ScenarioLowering: ProgramReader {
  /// Unless `now` says otherwise, so that every scenario has one clock.
  static let start =
    DateTimeValue(parsing: "2026-01-15T09:00:00Z") ?? DateTimeValue(milliseconds: 0)

  var records: [String: NamedRecord] = [:]
  /// Names of records whose table cannot be told, because the step that makes them is wrong.
  var untold: Set<String> = []
  /// Options that couplings name by their labels.
  var options: [String: ScenarioOption] = [:]
  /// Where reading is.
  var stage = ScenarioStage.given
  /// Whether it is told there what must be true.
  private(set) var isExpecting = false
  private(set) var features: Set<String> = []

  func scenario(_ root: SyntaxNode) -> Scenario? {
    var nodes: [ScenarioKey: SyntaxNode] = [:]
    let isWhole = read(root, ScenarioKey.self, "the scenario") { nodes[$0] = $1 }
    let given = nodes[.given].map { parts($0, GivenKey.self, "given") } ?? [:]
    let choices = self.choices(
      features: nodes[.features], settings: nodes[.settings], mappings: given[.mappings])
    features = choices.features
    declare(given: given, when: nodes[.when], then: nodes[.then])

    stage = .given
    let name = nodes[.scenario].flatMap { self.name($0, "scenario") }
    if let description = nodes[.description] { _ = text(description, "description") }
    let now = nodes[.now].flatMap { moment($0) }
    let records = Side.allCases.flatMap { side in
      given[side == .bc ? .bc : .sales].map { self.records($0, side) } ?? []
    }
    let coupled = given[.coupled].map { list($0, "coupled") { givenCoupling($0) } } ?? []
    let steps = nodes[.when].map { self.steps($0) } ?? []
    stage = .then
    let expectation = nodes[.then].map { self.expectation($0) } ?? ScenarioExpectation()
    guard isWhole, let name else { return nil }
    return Scenario(
      name: name.value, choices: choices, now: now ?? Self.start, given: records,
      coupled: coupled, options: options, steps: steps, then: expectation)
  }

  /// What must be true by now, in a step or at the end.
  func expectation(_ node: SyntaxNode) -> ScenarioExpectation {
    isExpecting = true
    defer { isExpecting = false }
    return expectation(parts(node, ThenKey.self, "then"))
  }

  /// The values of a map's keys, before they are read.
  private func parts<Key: KeySet>(
    _ node: SyntaxNode, _ keys: Key.Type, _ name: String
  ) -> [Key: SyntaxNode] {
    var parts: [Key: SyntaxNode] = [:]
    read(node, keys, name) { parts[$0] = $1 }
    return parts
  }

  private func moment(_ node: SyntaxNode) -> DateTimeValue? {
    let field = FieldDescription("now", .dateTime)
    return text(node, "now").flatMap { value($0, of: field) }?.value.dateTime
  }

  /// A mapping by its name, among those that are on.
  func mapping(_ node: SyntaxNode, _ key: String) -> String? {
    name(node, key).flatMap { mappingPolicy($0, features) }?.name
  }

  /// `all`, a mapping, or a list of them.
  func mappings(_ node: SyntaxNode, _ key: String) -> MappingChoice? {
    if node.isScalar, node.matches("all") { return .all }
    let names = oneOrList(node) { mapping($0, key) }
    return names.isEmpty ? nil : .some(names)
  }
}
