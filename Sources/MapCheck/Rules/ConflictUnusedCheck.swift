import MapLanguage
import MapRuntime
import MapSource

/// `conflict-unused`: a rule for records that changed on both sides, where no field map goes both
/// ways, so that it is never asked (R D-25, D-26).
enum ConflictUnusedCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    resolved.mappings.flatMap { find(in: $0.all) }
  }

  /// An answer that means nothing: its word, and the key that says it.
  private struct Unused {
    let word: String
    let key: String
    let span: Span
    let why: String
  }

  /// What is said once may serve in some feature combinations only; it is unused where it serves
  /// in none.
  private static func find(in variants: [EffectiveMapping]) -> [Finding] {
    var unused: [Unused] = []
    var used: Set<Span> = []
    for mapping in variants {
      let rule = mapping.origin.conflict
      let isTwoWay = mapping.fields.contains(where: \.isTwoWay)
      if let update = rule.update, update.value != .refuse {
        if isTwoWay { used.insert(update.span) }
        unused.append(
          Unused(
            word: update.value.rawValue, key: "update", span: update.span,
            why: "no field map goes both ways"))
      }
      if let by = rule.by, by.value == .field {
        let isDocument = mapping.document?.states != nil
        if isTwoWay, !isDocument { used.insert(by.span) }
        unused.append(
          Unused(
            word: by.value.rawValue, key: "by", span: by.span,
            why: isDocument ? "a document travels whole" : "no field map goes both ways"))
      }
    }
    var told: Set<Span> = used
    return unused.filter { told.insert($0.span).inserted }.map { rule in
      Finding(
        "conflict-unused", "'\(rule.word)' is never asked: \(rule.why)", at: rule.span,
        severity: .warning, label: "without effect",
        notes: [
          Finding.Note("a conflict is a two-way field map that differs where both sides changed")
        ],
        help: "take 'conflict.\(rule.key)' out, or let a field map go both ways")
    }
  }
}
