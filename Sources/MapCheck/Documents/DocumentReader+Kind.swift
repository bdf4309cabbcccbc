import MapLanguage
import MapRuntime
import MapSource

/// What a document is decides what can be said of it: a quote is never shipped
/// (docs/language.md#documents).
extension DocumentReader {
  /// Events and rules of another kind of document than this one.
  mutating func fittingKind() {
    // Of several kinds in one mapping, each may have its own.
    if DocumentKind.areMixed(in: mapping, context.catalogue) { return }
    let known = DocumentKind(mapping, context.catalogue)
    events(known)
    guard let known else { return }
    if known != .order, let first = rules.timeline.first {
      foreign("timeline", of: .order, known, at: first.span)
    }
    guard known != .quote else { return }
    if let versions = rules.versions { foreign("versions", of: .quote, known, at: versions.span) }
    if let won = rules.won { foreign("won", of: .quote, known, at: won.span) }
  }

  /// Where the tables do not tell the kind, the first event that only one has does.
  private mutating func events(_ known: DocumentKind?) {
    var kind = known
    var note: Finding.Note?
    for effect in rules.after where context.holds(effect.condition) {
      let event = effect.event
      let owners = DocumentKind.allCases.filter { $0.has(event.value) }
      guard let owner = owners.first, owners.count == 1 else { continue }
      guard let expected = kind else {
        kind = owner
        note = Finding.Note("'\(event.value.rawValue)' happens to \(owner.title)", at: event.span)
        continue
      }
      guard expected != owner else { continue }
      foreign(event.value.rawValue, of: owner, expected, at: event.span, note)
    }
  }

  private mutating func foreign(
    _ word: String, of owner: DocumentKind, _ kind: DocumentKind, at span: Span,
    _ note: Finding.Note? = nil
  ) {
    add(
      Finding(
        "invalid-value",
        "'\(word)' belongs to \(owner.title), and this mapping couples \(kind.title)", at: span,
        notes: [
          note
            ?? Finding.Note("its tables are named here", at: mapping.origin.tables.bc.span)
        ], help: "take it out"))
  }

  /// What is said of a BC document that is gone, or that is never released.
  mutating func impossible(_ effect: DocumentEffect) {
    let event = effect.event.value
    let isPosted = DocumentKind(mapping, context.catalogue) == .postedInvoice
    let problem: String? =
      if event == .deleted, let first = effect.setBC.first {
        "'\(first.field.value)' is written into a document that is deleted"
      } else if event == .deleted, effect.releases {
        "a document that is deleted is to be released"
      } else if isPosted, effect.releases {
        "a posted invoice is to be released"
      } else {
        nil
      }
    guard let problem else { return }
    add(
      Finding(
        "invalid-value", problem, at: effect.event.span,
        help: "take it out of '\(event.rawValue)'"))
  }

  // MARK: Directions

  /// What happens in BC shows on a Sales record that the mapping writes.
  mutating func timeline() {
    for (place, event) in rules.timeline.enumerated() {
      guard let earlier = rules.timeline[..<place].first(where: { $0.value == event.value }) else {
        continue
      }
      twice(event.value.rawValue, at: event.span, first: earlier.span)
    }
    // Of another kind of document, it has no timeline at all.
    guard let first = rules.timeline.first, !mapping.direction.includes(.toSales),
      DocumentKind(mapping, context.catalogue) ?? .order == .order
    else { return }
    add(
      Finding(
        "direction-conflict",
        "the timeline stands in Sales, where this mapping never writes", at: first.span,
        notes: [mapping.directionNote], help: "take 'timeline' out"))
  }

  /// Notes travel where the mapping writes.
  mutating func notes() {
    guard let notes = rules.notes else { return }
    let wanted: [Direction] =
      switch notes.value {
      case .toBC: [.toBC]
      case .toSales: [.toSales]
      case .both: Direction.allCases
      }
    // Under other features the same mapping may go that way.
    let forms = context.resolved.mappings[mapping.place].all
    let missing = wanted.first { direction in
      !forms.contains { $0.direction.includes(direction) }
    }
    guard let missing else { return }
    add(
      Finding(
        "direction-conflict",
        "notes are to go '\(missing.name)', where this mapping never writes", at: notes.span,
        notes: [mapping.directionNote],
        help: "say 'notes: \(missing.reversed.name)', or let the mapping go both ways"))
  }
}
