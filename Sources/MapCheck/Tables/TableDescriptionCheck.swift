import MapLanguage
import MapRuntime
import MapSource

/// What the files in `schemas/` say of tables: every name exists, every value has its type, and
/// nothing contradicts itself.
enum TableDescriptionCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    var findings: [Finding] = []
    for table in resolved.model.tables {
      guard let place = resolved.catalogue.place(of: table.name.value, on: table.side) else {
        continue
      }
      var reader = TableReader(resolved, table: table, at: place)
      reader.keys()
      reader.roles()
      reader.parent()
      reader.states()
      for field in table.fields { reader.read(field) }
      findings += reader.findings
    }
    return findings
  }
}
