import MapLanguage
import MapRuntime

/// A table as the file that describes it, where there is none yet.
enum TableFileText {
  static func text(_ table: SystemTable, origin: SystemDescription.Origin) -> String {
    var lines = ["table: " + FlowText.scalar(table.name)]
    if let number = table.number { lines.append("number: \(number)") }
    lines.append("key: " + FlowText.sequence(table.key.map(FlowText.scalar)))
    if let roles = roles(table, origin) { lines.append("roles: " + roles) }
    if let address = address(table) { lines.append("odata: " + address) }
    lines.append("fields:")
    lines += table.fields.map { "  - " + field($0) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Where connectors find the table.
  static func address(_ table: SystemTable) -> String? {
    guard let set = table.set else { return nil }
    var entries = [("set", FlowText.scalar(set))]
    if table.key.count == 1 { entries.append(("id", FlowText.scalar(table.key[0]))) }
    if let modified = table.modified { entries.append(("modified", FlowText.scalar(modified))) }
    return FlowText.mapping(entries)
  }

  /// The fields of Dataverse's own that the engine needs; which one names the company, people say.
  private static func roles(_ table: SystemTable, _ origin: SystemDescription.Origin) -> String? {
    guard origin == .dataverse else { return nil }
    let lookups = Set(
      table.fields.lazy.filter { if case .lookup = $0.kind { true } else { false } }.map(\.name))
    let roles = [("owner", "ownerid"), ("modified-by", "modifiedby")]
      .filter { lookups.contains($0.1) }
    return roles.isEmpty ? nil : FlowText.mapping(roles)
  }

  static func field(_ field: SystemField) -> String {
    var entries = [
      ("name", FlowText.scalar(field.name)), ("type", FieldTypeName.written(field.type)),
    ]
    if case .option(let options) = field.kind {
      entries.append(options.map { ("values", values($0)) } ?? ("open", "true"))
    }
    if let reference = reference(field) { entries.append(("refers-to", reference)) }
    if field.access != .readWrite { entries.append(("access", field.access.rawValue)) }
    if field.isRequired { entries.append(("required", "true")) }
    if field.isFilled { entries.append(("default", "system")) }
    if let odata = field.odata { entries.append(("odata", FlowText.scalar(odata))) }
    return FlowText.mapping(entries)
  }

  static func values(_ options: [SystemField.Option]) -> String {
    FlowText.mapping(options.map { (FlowText.scalar($0.name), "\($0.value)") })
  }

  static func reference(_ field: SystemField) -> String? {
    if case .lookup(let targets) = field.kind { return navigations(targets) }
    switch field.reference {
    case .table(let table, keys: []): return FlowText.scalar(table)
    case .table(let table, let keys):
      let pairs = keys.map { (FlowText.scalar($0.theirs), FlowText.scalar($0.own)) }
      return FlowText.mapping([(FlowText.scalar(table), FlowText.mapping(pairs))])
    case .picked(let picking, let choices):
      return FlowText.mapping(
        [("by", FlowText.scalar(picking))]
          + choices.map { (FlowText.scalar($0.value), FlowText.scalar($0.table)) })
    case nil: return nil
    }
  }

  /// Tables with their navigation properties; of several to one table the first.
  static func navigations(_ targets: [SystemField.Target]) -> String {
    var seen: Set<String> = []
    return FlowText.mapping(
      targets.filter { seen.insert($0.table).inserted }
        .map { (FlowText.scalar($0.table), FlowText.scalar($0.navigation)) })
  }
}
