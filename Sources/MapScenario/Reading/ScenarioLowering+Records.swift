import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// Records and their values.
extension ScenarioLowering {
  /// Records by table.
  func records(_ node: SyntaxNode, _ side: Side) -> [ScenarioRecord] {
    entries(node, side.name) { key, node -> [ScenarioRecord]? in
      guard let table = table(key, side) else { return nil }
      return list(node, key.value) { record($0, table) }
    }.flatMap { $0 }
  }

  private func record(_ node: SyntaxNode, _ table: TableDescription) -> ScenarioRecord? {
    var name: Located<String>?
    var isNew = false
    var fields: [ScenarioField] = []
    for (key, value) in entries(node, table.name) {
      switch key.value {
      case "$id" where isExpecting:
        name = self.name(value, "$id").flatMap { text in
          record(text, table.side).map { Located($0, at: text.span) }
        }
        checkTable(of: name, table)
      case "$id": name = self.name(value, "$id")
      case "$new":
        isNew = true
        name = self.name(value, "$new")
        if !isExpecting {
          report(
            "unknown-key", "'$new' names a record that must be new by then", at: key.span,
            help: "write '$id' here; '$new' stands in 'then'")
        }
      default:
        if let field = scenarioField(key, value, table, of: node) { fields.append(field) }
      }
    }
    guard node.isMapping else { return nil }
    if isExpecting, node["$id"] == nil, node["$new"] == nil {
      report(
        "missing-key", "an expected record needs '$id', or '$new' if it must be new",
        at: Self.place(of: node))
      return nil
    }
    return ScenarioRecord(
      name?.value, isNew: isNew, side: table.side, table: table.name, fields: fields,
      at: node.span)
  }

  private func checkTable(of name: Located<String>?, _ table: TableDescription) {
    guard let name, let record = records[name.value], record.table != table.name else { return }
    report(
      "unknown-record", "'\(name.value)' is a record of '\(record.table)'", at: name.span,
      notes: [Finding.Note("it is stated here", at: record.span)])
  }

  /// Fields and their values.
  func fields(_ node: SyntaxNode, _ table: TableDescription) -> [ScenarioField] {
    entries(node, "set") { scenarioField($0, $1, table, of: node) }
  }

  private func scenarioField(
    _ key: Located<String>, _ node: SyntaxNode, _ table: TableDescription,
    of record: SyntaxNode
  ) -> ScenarioField? {
    guard var field = field(key, of: table) else { return nil }
    if let states = table.states, field.name == states.status,
      let state = record[states.field], state.isScalar,
      let own = table.describedField(field.name, besideState: state.text)
    {
      field = own
    }
    if case .lookup = field.type { return lookup(node, field).map { ScenarioField(field, $0) } }
    if node.isNull { return ScenarioField(field, .value(.empty)) }
    if case .guid = field.type, let name = namedRecord(node, field) {
      return ScenarioField(field, name)
    }
    if let label = madeOption(node, field) { return ScenarioField(field, label) }
    // No variables: the clock is the scenario's own, and records have names.
    return text(node, field.name).flatMap { value($0, of: field) }
      .map { ScenarioField(field, .value($0.value)) }
  }

  /// An id may be said by the name of the record that has it.
  private func namedRecord(_ node: SyntaxNode, _ field: FieldDescription) -> ScenarioValue? {
    guard node.isScalar, records[node.text] != nil, let name = name(node, field.name) else {
      return nil
    }
    return record(name).map(ScenarioValue.record)
  }

  /// An option of an open field may be made at run time; one that differs from a described one only in
  /// its case is meant to be that.
  private func madeOption(_ node: SyntaxNode, _ field: FieldDescription) -> ScenarioValue? {
    guard case .option = field.type, field.isOpen, node.isScalar, Int32(node.text) == nil else {
      return nil
    }
    let label = node.text
    guard !label.isEmpty,
      !field.options.contains(where: { $0.title.lowercased() == label.lowercased() })
    else { return nil }
    return text(node, field.name).map { .label($0.value) }
  }

  /// A lookup holds the name of a record, or nothing.
  private func lookup(_ node: SyntaxNode, _ field: FieldDescription) -> ScenarioValue? {
    if node.isNull { return .value(.empty) }
    guard let name = name(node, field.name), let record = record(name, .sales) else { return nil }
    let tables = field.refersTo.map(\.table)
    if let named = records[record], !tables.isEmpty, !tables.contains(named.table) {
      report(
        "lookup-wrong-table",
        "'\(field.name)' refers to \(Self.listed(tables, "or")), and '\(record)' is "
          + "a record of '\(named.table)'", at: name.span,
        notes: [Finding.Note("it is stated here", at: named.span)])
      return nil
    }
    return .record(record)
  }

  /// A coupling in `given`.
  func givenCoupling(_ node: SyntaxNode) -> ScenarioCoupling? {
    var mapping: String?
    var bc: String?
    var sales: SyntaxNode?
    var isInStep = true
    var isSkipped = false
    read(node, GivenCouplingKey.self, "an item of 'coupled'") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .bc: bc = record(node, key.rawValue, .bc)
      case .sales: sales = node
      case .inStep: isInStep = boolean(node, key.rawValue)?.value ?? true
      case .skipped: isSkipped = boolean(node, key.rawValue)?.value ?? false
      }
    }
    let partner = partner(sales, "sales", of: mapping)
    guard let mapping, let bc, let partner else { return nil }
    return ScenarioCoupling(
      mapping: mapping, bc: bc, sales: partner, isInStep: isInStep, isSkipped: isSkipped)
  }
}
