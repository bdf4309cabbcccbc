import MapLanguage
import MapRuntime
import MapSource

/// `lookup-wrong-table`: lines belong to another table than their mapping's parent couples.
enum ParentTableCheck {
  static func find(_ scope: FlowScope, _ findings: inout [Finding]) {
    guard let place = scope.mapping.parent, let written = scope.mapping.origin.parent,
      let parent = scope.context.mapping(place) ?? scope.context.resolved.mappings[place].all.first
    else { return }
    for side in Side.allCases {
      let line = scope.context.table(scope.mapping, side)
      let header = scope.context.table(parent, side).name.value
      guard line.isComplete, line.parent?.table.value != header else { continue }
      // One that is no table has a finding where it stands.
      if let named = line.parent?.table.value,
        scope.context.catalogue.place(of: named, on: side) == nil
      {
        continue
      }
      findings.append(finding(line, header, written, side))
    }
  }

  private static func finding(
    _ line: Table, _ header: String, _ written: Located<String>, _ side: Side
  ) -> Finding {
    let actual = line.parent?.table
    return Finding(
      "lookup-wrong-table",
      "'\(written.value)' couples '\(header)', which is not the parent of \(side.name) table "
        + "'\(line.name.value)'",
      at: written.span,
      notes: [
        Finding.Note(
          actual.map { "its parent is '\($0.value)'" } ?? "it has no parent",
          at: actual?.span ?? line.name.span)
      ],
      help: "name the mapping of its parent, or say `parent:` in the table's file")
  }
}
