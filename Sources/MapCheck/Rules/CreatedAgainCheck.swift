import MapLanguage
import MapRuntime
import MapSource

/// `created-again`: a record that loses its coupling with its partner, where uncoupled records are
/// created by themselves: the next run would create the partner again (R A-14).
enum CreatedAgainCheck {
  static let pass = CheckPass(reach: .own) { mapping, _ in
    guard mapping.knows(.create), mapping.conflict.delete == .uncouple, mapping.scope == .all,
      mapping.direction.directions.contains(where: mapping.creates),
      let rule = mapping.origin.conflict.delete
    else { return [] }
    return [
      Finding(
        "created-again",
        "what 'uncouple' parts from its deleted partner, 'scope: all' creates again", at: rule.span,
        severity: .warning, label: "undone by the next run",
        help: "say 'delete: delete-partner' or 'restore', or 'scope: coupled'")
    ]
  }
}
