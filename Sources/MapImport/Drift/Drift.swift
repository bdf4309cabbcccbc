import MapLanguage
import MapRuntime
import MapSource

/// The words for what differs between a table file and its system.
struct Drift {
  private let system: SystemDescription
  private let table: Table

  init(_ system: SystemDescription, _ table: Table) {
    self.system = system
    self.table = table
  }

  /// Nil where the description does not say: a package knows its own tables alone, and an API those
  /// that it publishes, by the entity set that the file says.
  func lacksTable(at place: Located<String>) -> Finding? {
    let name = table.name.value
    let missing: String
    switch system.origin {
    case .packages: return nil
    case .businessCentral:
      guard let set = table.odata?.set?.value else { return nil }
      missing = "entity set '\(set)' of '\(name)'"
    case .dataverse: missing = "table '\(name)'"
    }
    return Finding(
      "system-lacks-table", "\(system.title) has no \(missing)", at: place.span,
      label: "mapped here",
      notes: [Finding.Note("described here", at: (table.odata?.set ?? table.name).span)],
      help: "install what brings it there, or take the mapping out")
  }

  /// Nil for what was never a column, or is not published.
  func lacksField(_ use: FieldUse, _ field: Field, of theirs: SystemTable) -> Finding? {
    guard field.computed == nil, field.join == nil else { return nil }
    let name = field.name.value
    let known = theirs.fields.map { $0.odata ?? $0.name }
    let missing: String
    switch system.origin {
    case .packages:
      guard !theirs.isExtension else { return nil }
      missing = "field '\(name)' in '\(theirs.name)'"
    case .businessCentral:
      guard let odata = field.odata else { return nil }
      missing = "property '\(odata)' in '\(theirs.name)', which '\(name)' is"
    case .dataverse: missing = "column '\(name)' in '\(theirs.name)'"
    }
    let nearest = Spelling.nearest(to: field.odata ?? name, among: known)
    let more =
      system.origin == .packages
      ? "name the package that adds it too, or take the field out"
      : "take it out, or name another one"
    return Finding(
      "system-lacks-field", "\(system.title) has no \(missing)", at: use.field.span,
      label: use.isWritten ? "written here" : "read here",
      notes: [Finding.Note("described here", at: field.name.span)],
      help: nearest.map { "did you mean '\($0)'? otherwise \(more)" } ?? more)
  }

  /// Nil for what changes nothing for the use.
  func finding(
    _ change: FieldChange, _ use: FieldUse, _ field: Field, _ theirs: SystemField
  ) -> Finding? {
    let name = field.name.value
    switch change {
    case .type(let type):
      return finding(
        "system-field-differs",
        "'\(name)' is \(FieldTypeName.article(type)) in \(system.title), and "
          + "\(FieldTypeName.article(field.type.value)) in its table file",
        use, at: field.type.span, help: Self.importing)
    case .navigations(let targets):
      let said = targets.map { "'\($0.navigation)' to '\($0.table)'" }.joined(separator: ", ")
      return finding(
        "system-field-differs",
        "'\(name)' leads in \(system.title) through \(said), and by another name in its table file",
        use, at: field.references?.span ?? field.name.span, help: Self.importing)
    case .renumbered(let options):
      let said = options.map { "'\($0.name)' is \($0.value)" }.joined(separator: ", ")
      return finding(
        "system-option-differs",
        "'\(name)' has other numbers in \(system.title): \(said)", use, at: field.name.span,
        help: Self.importing)
    case .addedOptions(let options):
      let said = options.map { "'\($0.name)' (\($0.value))" }.joined(separator: ", ")
      return finding(
        "system-option-differs",
        "'\(name)' can be \(said) in \(system.title), which its table file does not have", use,
        at: field.name.span, help: Self.importing)
    case .goneOptions(let names):
      let said = names.map { "'\($0)'" }.joined(separator: ", ")
      return finding(
        "system-option-differs",
        "'\(name)' can be \(said) in its table file, which \(system.title) does not have", use,
        at: field.name.span, help: "take the value out of the table file, or add it there")
    case .access(.read):
      guard use.isWritten else { return nil }
      return finding(
        "system-read-only", "'\(name)' cannot be written in \(system.title)", use,
        at: field.name.span, help: "map it in the other direction, or take it out")
    // Who writes on one occasion only is asked by 'check', once the file says it.
    case .access, .odata: return nil
    }
  }

  private func finding(
    _ name: String, _ message: String, _ use: FieldUse, at span: Span, help: String
  ) -> Finding {
    Finding(
      name, message, at: use.field.span, label: use.isWritten ? "written here" : "read here",
      notes: [Finding.Note("described here", at: span)], help: help)
  }

  private static let importing =
    "import the table with --output, and 'mapc check' shows what follows for the mappings"
}
