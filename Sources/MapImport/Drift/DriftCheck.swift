import MapCompiler
import MapLanguage
import MapRuntime
import MapSource

/// Compares the table files of a project with its systems as they are, and tells what changes a
/// mapping: a difference that no mapping uses is none of anybody's.
public struct DriftCheck {
  private let compilation: Compilation
  private let systems: [SystemDescription]

  public init(_ compilation: Compilation, _ systems: [SystemDescription]) {
    self.compilation = compilation
    self.systems = systems
  }

  /// In the order of files; each difference once a mapping, where that first names the field.
  public var findings: [Finding] {
    var seen: Set<Place> = []
    var findings: [Finding] = []
    for file in compilation.model.mappings {
      for mapping in file.alternatives.map(\.mapping) {
        for system in systems {
          findings += self.findings(of: mapping, system).filter { found in
            seen.insert(Place(name: found.name, file: file.file, message: found.message)).inserted
          }
        }
      }
    }
    return findings.sorted(by: Finding.inOrder)
  }

  private struct Place: Hashable {
    let name: String
    let file: Int32
    let message: String
  }

  private func findings(of mapping: Mapping, _ system: SystemDescription) -> [Finding] {
    let name = system.side == .bc ? mapping.tables.bc : mapping.tables.sales
    guard let table = table(name.value, on: system.side) else { return [] }
    let match = TableMatch(system.origin)
    guard let theirs = system.tables.first(where: { match.holds(table, $0) }) else {
      return Drift(system, table).lacksTable(at: name).map { [$0] } ?? []
    }
    let fields = Dictionary(
      theirs.fields.compactMap { field in
        match.field(field, in: table).map { ($0.name.value, field) }
      }
    ) { first, _ in first }
    return mapping.fieldUses.filter { $0.side == system.side }.flatMap { use -> [Finding] in
      let drift = Drift(system, table)
      if let states = table.states,
        [states.field.value, states.status.value].contains(use.field.value)
      {
        return []
      }
      guard let field = table[use.field.value] else { return [] }
      guard let other = fields[use.field.value] else {
        return drift.lacksField(use, field, of: theirs).map { [$0] } ?? []
      }
      return FieldChange.all(of: field, other).compactMap { drift.finding($0, use, field, other) }
    }
  }

  private func table(_ name: String, on side: Side) -> Table? {
    compilation.model.tables.first { $0.side == side && $0.name.value == name }
  }
}
