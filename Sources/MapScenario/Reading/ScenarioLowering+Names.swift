import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// The names of records: `$id` and `$new`.
extension ScenarioLowering {
  /// Finds every name before anything is read: records may refer to later ones.
  func declare(given: [GivenKey: SyntaxNode], when: SyntaxNode?, then: SyntaxNode?) {
    declare(given[.bc], .bc, "$id", .given)
    declare(given[.sales], .sales, "$id", .given)
    for (place, step) in (when?.items ?? []).enumerated() {
      declare(step["create"]?["bc"], .bc, "$id", .step(place))
      declare(step["create"]?["sales"], .sales, "$id", .step(place))
      declareMade(step, at: place)
      declare(step["then"]?["bc"], .bc, "$new", .step(place))
      declare(step["then"]?["sales"], .sales, "$new", .step(place))
    }
    declare(then?["bc"], .bc, "$new", .then)
    declare(then?["sales"], .sales, "$new", .then)
  }

  private func declare(
    _ node: SyntaxNode?, _ side: Side, _ key: String, _ stage: ScenarioStage
  ) {
    node?.forEachEntry { table in
      for record in table.value.items {
        guard let node = record[key], node.isScalar, !node.isNothing else { continue }
        declare(node, NamedRecord(side: side, table: table.key.text, stage: stage, span: node.span))
      }
    }
  }

  /// Notes a name, which nothing else may have.
  func declare(_ node: SyntaxNode, _ record: NamedRecord) {
    let name = node.text
    guard let earlier = records[name] else {
      records[name] = record
      return
    }
    report(
      "invalid-value", "the name '\(name)' stands twice", at: node.span,
      notes: [Finding.Note("first here", at: earlier.span)],
      help: "names are unique over both sides of a scenario")
  }

  /// A record by its name, which must exist by now and be of the side.
  func record(_ node: SyntaxNode, _ key: String, _ side: Side? = nil) -> String? {
    name(node, key).flatMap { record($0, side) }
  }

  /// The Sales record of a coupling by its name, or an option by its label where the mapping makes
  /// options.
  func partner(_ node: SyntaxNode?, _ key: String, of mapping: String?) -> String? {
    guard let node, let name = name(node, key) else { return nil }
    guard records[name.value] == nil, let option = option(name.value, of: mapping) else {
      return record(name, .sales)
    }
    let called = "'\(option.label)' of \(option.table).\(option.field.name)"
    options[called] = option
    return called
  }

  private func option(_ label: String, of mapping: String?) -> ScenarioOption? {
    guard let mapping = program.mappings(features).first(where: { $0.policy.name == mapping }),
      let target = mapping.policy.option?.field,
      let table = program.tables.first(where: { $0.side == .sales && $0.name == target.table }),
      let field = table.field(target.field)
    else { return nil }
    return ScenarioOption(
      label: label, field: field, table: table.name, records: mapping.table(.sales).name)
  }

  func record(_ name: Located<String>, _ side: Side? = nil) -> String? {
    guard let record = records[name.value] else {
      // What is wrong with the step that makes it is a finding there.
      if untold.contains(name.value) { return nil }
      let names = records.filter { side == nil || $0.value.side == side }.keys.sorted()
      return meant(
        name, among: names, "unknown-record", "no record is named '\(name.value)'",
        otherwise: "name it with '$id: \(name.value)' where it is stated")
    }
    let notes = [Finding.Note("it is stated here", at: record.span)]
    if let side, record.side != side {
      report(
        "unknown-record", "'\(name.value)' is a record of '\(record.side.name)'", at: name.span,
        notes: notes, help: "write '\(record.side.name): \(name.value)'")
      return nil
    }
    guard record.stage <= stage else {
      report(
        "unknown-record", "there is no '\(name.value)' yet", at: name.span, notes: notes,
        help: record.stage == .then
          ? "a '$new' record can be spoken of in 'then' only" : "state it in 'given', or earlier")
      return nil
    }
    return name.value
  }
}
