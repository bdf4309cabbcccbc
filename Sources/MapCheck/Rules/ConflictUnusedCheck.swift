import MapLanguage
import MapRuntime
import MapSource

/// `conflict-unused`: a rule for records that changed on both sides, where no field map goes both
/// ways, so that it is never asked (R D-25, D-26).
enum ConflictUnusedCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    resolved.mappings.flatMap { find(in: $0.all) }
  }

  /// What is said once may serve in some feature combinations only; it is unused where it serves
  /// in none.
  private static func find(in variants: [EffectiveMapping]) -> [Finding] {
    var unused: [Located<UpdateConflict>] = []
    var used: Set<Span> = []
    for mapping in variants {
      guard let rule = mapping.origin.conflict.update, rule.value != .refuse else { continue }
      if mapping.fields.contains(where: \.isTwoWay) {
        used.insert(rule.span)
      } else if !unused.contains(where: { $0.span == rule.span }) {
        unused.append(rule)
      }
    }
    return unused.filter { !used.contains($0.span) }.map { rule in
      Finding(
        "conflict-unused",
        "'\(rule.value.rawValue)' is never asked: no field map goes both ways", at: rule.span,
        severity: .warning, label: "without effect",
        notes: [
          Finding.Note("a conflict is a two-way field map that differs where both sides changed")
        ],
        help: "take 'conflict.update' out, or let a field map go both ways")
    }
  }
}
