/// One finding of `JSONReport`.
struct JSONFinding: Encodable {
  let name: String
  let severity: String
  let message: String
  let file: String
  let line: Int
  let column: Int
  let endLine: Int
  let endColumn: Int
  let notes: [Note]
  let help: String?
  let example: Example?
  let fix: Fix?
  let features: [String]?

  /// Another place, or a reason that has none.
  struct Note: Encodable {
    let message: String
    let file: String?
    let line: Int?
    let column: Int?
  }

  /// The records of a counterexample; a side without fields is left out.
  struct Example: Encodable {
    let bc: [String: String]?
    let sales: [String: String]?

    init(_ example: ExampleRecords) {
      bc = Self.object(example.bc)
      sales = Self.object(example.sales)
    }

    private static func object(_ fields: [ExampleRecords.FieldValue]) -> [String: String]? {
      let pairs = fields.map { ($0.field, $0.value) }
      return fields.isEmpty ? nil : Dictionary(pairs) { first, _ in first }
    }
  }

  /// The edits that answer a finding.
  struct Fix: Encodable {
    let certain: Bool
    let edits: [Edit]
  }

  /// The text that takes the place of a piece of a file.
  struct Edit: Encodable {
    let file: String
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
    let text: String
  }
}

extension JSONFinding {
  init(_ finding: Finding, in report: FindingReport, path: (String) -> String) {
    let start = report.start(of: finding.span)
    let end = report.end(of: finding.span)
    self.init(
      name: finding.name, severity: finding.severity.name, message: finding.message,
      file: path(report.path(of: finding.span)), line: start.line, column: start.column,
      endLine: end.line, endColumn: end.column,
      notes: finding.notes.map { note in
        let start = note.span.map(report.start)
        let file = note.span.map { path(report.path(of: $0)) }
        return Note(
          message: note.message, file: file, line: start?.line, column: start?.column)
      },
      help: finding.help, example: finding.example.map(Example.init),
      fix: finding.fix.map { fix in
        Fix(certain: fix.certain, edits: fix.edits.map { Edit($0, in: report, path: path) })
      },
      features: finding.features)
  }
}

extension JSONFinding.Edit {
  fileprivate init(
    _ edit: MapSource.Fix.Edit, in report: FindingReport, path: (String) -> String
  ) {
    let start = report.start(of: edit.span)
    let end = report.end(of: edit.span)
    self.init(
      file: path(report.path(of: edit.span)), line: start.line, column: start.column,
      endLine: end.line, endColumn: end.column, text: edit.text)
  }
}
