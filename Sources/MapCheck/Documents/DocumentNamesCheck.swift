import MapLanguage
import MapRuntime
import MapSource

/// What the rules for documents say of fields, tables, states and settings must fit them.
enum DocumentNamesCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    guard mapping.origin.document.isSaid else { return [] }
    var reader = DocumentReader(mapping, context)
    reader.kind()
    reader.fittingKind()
    reader.notes()
    reader.timeline()
    for effect in mapping.origin.document.after where context.holds(effect.condition) {
      reader.read(effect)
      reader.impossible(effect)
    }
    reader.amounts()
    reader.versions()
    reader.won()
    reader.lines()
    return reader.findings
  }
}
