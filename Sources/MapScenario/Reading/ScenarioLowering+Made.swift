import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// The names that steps give to what they make (`as`).
extension ScenarioLowering {
  /// Finds the names that a step gives; they can be spoken of from the next step on.
  func declareMade(_ step: SyntaxNode, at place: Int) {
    step.forEachEntry { entry in
      guard let key = StepKey(rawValue: entry.key.text), let node = entry.value["as"],
        node.isScalar, !node.isNothing
      else { return }
      guard let (side, table) = tableMade(by: key, entry.value) else {
        untold.insert(node.text)
        return
      }
      declare(
        node, NamedRecord(side: side, table: table, stage: .step(place + 1), span: node.span))
    }
  }

  /// The table of what a step makes; nil where it makes nothing, or cannot be read.
  private func tableMade(by key: StepKey, _ node: SyntaxNode) -> (Side, String)? {
    let side: Side = node["bc"] == nil ? .sales : .bc
    if let step = DocumentStep(key, node) {
      guard let source = node[side.name], source.isScalar, let named = records[source.text],
        let made = step.table(named.side, named.table)?.made
      else { return nil }
      return (named.side, made)
    }
    guard key == .createAndCouple || key == .namePartner, let name = node["mapping"],
      let mapping = program.mappings(features).first(where: { $0.policy.name == name.text })
    else { return nil }
    return (side.other, mapping.table(side.other).name)
  }

  /// The name that a step gives to what it makes.
  func made(_ node: SyntaxNode) -> ScenarioName? {
    guard let name = name(node, "as") else { return nil }
    guard let record = records[name.value] else {
      invalid("nothing comes of this that could be called '\(name.value)'", at: name.span)
      return nil
    }
    return ScenarioName(name.value, side: record.side, table: record.table)
  }

  func createAndCouple(_ node: SyntaxNode) -> ScenarioAction? {
    var mapping: String?
    var records: [String] = []
    var named: SyntaxNode?
    let before = findings.count
    read(node, CreateAndCoupleKey.self, "create-and-couple") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .bc: records += names(node, .bc)
      case .sales: records += names(node, .sales)
      case .as: named = node
      }
    }
    guard findings.count == before, hasOneSide(node, "create-and-couple"), let mapping,
      !records.isEmpty
    else { return nil }
    guard let named else { return .createAndCouple(mapping: mapping, records, as: nil) }
    guard records.count == 1 else {
      invalid(
        "'as' names the partner of one record, not of \(records.count)", at: named.span,
        help: "write a step for each")
      return nil
    }
    return made(named).map { .createAndCouple(mapping: mapping, records, as: $0) }
  }

  func namePartner(_ node: SyntaxNode) -> ScenarioAction? {
    var mapping: String?
    var record: String?
    var named: SyntaxNode?
    let before = findings.count
    read(node, NamePartnerKey.self, "name-partner") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .bc: record = self.record(node, key.rawValue, .bc)
      case .sales: record = self.record(node, key.rawValue, .sales)
      case .as: named = node
      }
    }
    guard findings.count == before, hasOneSide(node, "name-partner"), let mapping, let record,
      let named
    else { return nil }
    return made(named).map { .namePartner(mapping: mapping, of: record, as: $0) }
  }
}
