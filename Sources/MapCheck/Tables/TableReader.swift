import MapLanguage
import MapRuntime
import MapSource

/// Looks at one table's file. Its methods are grouped by topic in extensions.
struct TableReader {
  let resolved: ResolvedModel
  /// As its author wrote it.
  let table: Table
  /// Its place in the catalogue, where `states` has become fields.
  let place: Int
  var findings: [Finding] = []

  init(_ resolved: ResolvedModel, table: Table, at place: Int) {
    self.resolved = resolved
    self.table = table
    self.place = place
  }

  /// A field of the table itself.
  mutating func own(_ name: Located<String>) -> Field? { field(name, in: place) }

  mutating func field(_ name: Located<String>, in table: Int) -> Field? {
    resolved.names.field(name, in: table, &findings).map { resolved.catalogue[table].fields[$0] }
  }

  /// A table of the same side that must have a file.
  mutating func described(_ name: Located<String>) -> Int? {
    resolved.names.table(name, on: table.side, &findings)
  }

  /// A table of the same side, where it has a file.
  func known(_ name: Located<String>) -> Int? {
    resolved.catalogue.place(of: name.value, on: table.side)
  }

  /// The same; a name that is nearly that of a table with a file is a warning.
  mutating func referred(_ name: Located<String>) -> Int? {
    let place = known(name)
    if place == nil,
      let finding = resolved.names.misspelt(name, on: table.side, severity: .warning)
    {
      findings.append(finding)
    }
    return place
  }

  /// A literal as a value of a field.
  mutating func value(_ literal: Located<Literal>, of field: Field, on side: Side? = nil) {
    let reader = OperandReader(project: resolved.model.project)
    if case .finding(let finding) = reader.read(literal, for: field, on: side ?? table.side) {
      findings.append(finding)
    }
  }

  mutating func invalid(
    _ message: String, at span: Span, label: String = "", notes: [Finding.Note] = [],
    help: String? = nil
  ) {
    findings.append(
      Finding("invalid-value", message, at: span, label: label, notes: notes, help: help))
  }

  /// Two fields that hold the same values must be of one kind.
  mutating func compare(_ own: Field, _ theirs: Field, at span: Span) {
    guard !ValueKind.agree(own.type.value, theirs.type.value) else { return }
    findings.append(
      Finding(
        "type-mismatch",
        "'\(own.name.value)' is \(FieldTypeName.article(own.type.value)) and "
          + "'\(theirs.name.value)' \(FieldTypeName.article(theirs.type.value))",
        at: span, label: "can never agree",
        notes: [
          Finding.Note("'\(own.name.value)' is described here", at: own.span),
          Finding.Note("'\(theirs.name.value)' is described here", at: theirs.span),
        ]))
  }
}

/// Types that hold the same kind of value.
private enum ValueKind {
  case text, whole, number, boolean, date, guid, option

  static func agree(_ left: FieldType, _ right: FieldType) -> Bool { kind(left) == kind(right) }

  private static func kind(_ type: FieldType) -> Self {
    switch type {
    case .text, .code, .memo: .text
    case .integer, .bigInteger: .whole
    case .decimal, .money: .number
    case .boolean: .boolean
    case .date, .dateTime: .date
    // A lookup holds the id of a record.
    case .guid, .lookup: .guid
    case .option: .option
    }
  }
}
