import MapLanguage
import MapRuntime
import MapSource

/// Names and values in the rules for documents: fields, tables, states, settings.
enum DocumentNamesCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    guard mapping.document.isSaid else { return [] }
    var reader = DocumentReader(mapping, context)
    reader.kind()
    reader.fittingKind()
    reader.notes()
    reader.timeline()
    for effect in mapping.document.after where context.holds(effect.condition) {
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

extension DocumentRules {
  /// Whether an author said anything for documents.
  fileprivate var isSaid: Bool {
    states != nil || !after.isEmpty || !timeline.isEmpty || notes != nil || freight != nil
      || !invoiceDiscount.isEmpty || versions != nil || won != nil || orderBy != nil
      || writeIn != nil || overflow != nil
  }
}
