import MapLanguage
import MapRuntime
import MapSource

/// Looks at what the rules for documents of one mapping say, where its names are known.
struct DocumentReader {
  let mapping: EffectiveMapping
  let context: CheckContext
  private(set) var findings: [Finding] = []

  /// As their author wrote them.
  var rules: DocumentRules { mapping.origin.document }

  init(_ mapping: EffectiveMapping, _ context: CheckContext) {
    self.mapping = mapping
    self.context = context
  }

  mutating func add(_ finding: Finding) { findings.append(finding) }

  /// A field of one side's table; nil for a name that it does not have, which has its own finding.
  func field(_ name: Located<String>, _ side: Side) -> Field? {
    context.table(mapping, side)[name.value]
  }

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
      for (key, span) in rules.headerRules {
        misplaced(key, at: span, "'\(key)' belongs to the header's mapping")
      }
    } else if rules.states == nil, context.table(mapping, .sales).states == nil {
      for (key, span) in rules.headerRules {
        misplaced(key, at: span, "'\(key)' belongs to a document, a mapping with 'states'")
      }
    }
    guard mapping.origin.parent == nil else { return }
    for (key, span) in rules.lineRules {
      misplaced(key, at: span, "'\(key)' belongs to a line mapping, one with 'parent'")
    }
  }

  private mutating func misplaced(_ key: String, at span: Span, _ message: String) {
    add(Finding("invalid-value", message, at: span, help: "take '\(key)' out"))
  }
}

extension DocumentRules {
  /// The keys of a header that an author said, with their first places.
  var headerRules: [(key: String, span: Span)] {
    said([
      ("after", after.first?.event.span), ("timeline", timeline.first?.span),
      ("notes", notes?.span), ("freight", freight?.from.span),
      ("invoice-discount", invoiceDiscount?.span), ("versions", versions?.span),
      ("won", won?.span),
    ])
  }

  /// The same of lines.
  var lineRules: [(key: String, span: Span)] {
    said([
      ("order-by", orderBy?.span), ("write-in", writeIn?.span),
      ("overflow", overflow?.from.first?.span),
    ])
  }

  /// Whether an author said anything for documents.
  var isSaid: Bool { states != nil || !headerRules.isEmpty || !lineRules.isEmpty }

  private func said(_ keys: [(String, Span?)]) -> [(key: String, span: Span)] {
    keys.compactMap { key, span in span.map { (key, $0) } }
  }
}
