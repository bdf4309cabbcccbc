import MapLanguage
import MapRuntime
import MapSource

/// Looks at the names and values in one mapping's rules for documents.
struct DocumentReader {
  let mapping: EffectiveMapping
  let context: CheckContext
  var resolver: MappingResolver

  var rules: DocumentRules { mapping.document }
  var findings: [Finding] { resolver.findings }

  init(_ mapping: EffectiveMapping, _ context: CheckContext) {
    self.mapping = mapping
    self.context = context
    resolver = MappingResolver(
      names: context.resolved.names, place: mapping.place, mapping: mapping.origin,
      features: context.features, lost: mapping.lost, bcTable: mapping.bcTable,
      salesTable: mapping.salesTable,
      related: mapping.related)
  }

  mutating func add(_ finding: Finding) { resolver.findings.append(finding) }

  /// A field of one side's table.
  @discardableResult
  mutating func field(_ name: Located<String>, _ side: Side) -> Field? {
    let table = mapping.table(side)
    return context.resolved.names.field(name, in: table, &resolver.findings)
      .map { context.catalogue[table].fields[$0] }
  }

  mutating func resolve(_ when: When) { _ = resolver.resolve(when) }

  /// Says that a field has a type that the rule cannot use.
  mutating func wrongType(_ name: Located<String>, _ field: Field, _ wanted: String) {
    add(
      Finding(
        "type-mismatch",
        "'\(name.value)' is \(FieldTypeName.article(field.type.value)); \(wanted)", at: name.span,
        notes: [Finding.Note("the field is described here", at: field.span)]))
  }

  // MARK: What kind of mapping

  /// Rules for headers stand in a mapping with states, rules for lines in one with a parent.
  mutating func kind() {
    if mapping.origin.parent != nil {
      if let span = rules.statesSpan {
        misplaced("states", at: span, "a line mapping has no states; its header has them")
      }
      for (key, span) in headerRules {
        misplaced(key, at: span, "'\(key)' belongs to the header's mapping")
      }
    } else if rules.states == nil, context.table(mapping, .sales).states == nil {
      for (key, span) in headerRules {
        misplaced(key, at: span, "'\(key)' belongs to a document, a mapping with 'states'")
      }
    }
    guard mapping.origin.parent == nil else { return }
    for (key, span) in lineRules {
      misplaced(key, at: span, "'\(key)' belongs to a line mapping, one with 'parent'")
    }
  }

  private mutating func misplaced(_ key: String, at span: Span, _ message: String) {
    add(Finding("invalid-value", message, at: span, help: "take '\(key)' out"))
  }

  private var headerRules: [(String, Span)] {
    [
      ("after", rules.after.first?.event.span), ("timeline", rules.timeline.first?.span),
      ("notes", rules.notes?.span), ("freight", rules.freight?.from.span),
      ("invoice-discount", rules.invoiceDiscount.first?.span), ("versions", rules.versions?.span),
      ("won", rules.won?.span),
    ].compactMap { key, span in span.map { (key, $0) } }
  }

  private var lineRules: [(String, Span)] {
    [
      ("order-by", rules.orderBy?.span), ("write-in", rules.writeIn?.span),
      ("overflow", rules.overflow?.from.first?.span),
    ].compactMap { key, span in span.map { (key, $0) } }
  }
}
