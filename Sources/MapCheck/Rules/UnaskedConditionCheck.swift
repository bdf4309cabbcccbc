import MapLanguage
import MapRuntime
import MapSource

/// `invalid-value` of a condition that asks nothing where it decides: a refusal of every record, and
/// a template behind one that every new record gets.
enum UnaskedConditionCheck {
  static let pass = CheckPass(reach: .own) { mapping, _ in refusals(mapping) + templates(mapping) }

  private static func refusals(_ mapping: EffectiveMapping) -> [Finding] {
    zip(mapping.refuse, mapping.origin.refuse).compactMap { refusal, origin in
      // What could not be resolved asks something.
      guard refusal.when.asksNothing, origin.when.asksNothing else { return nil }
      return Finding(
        "invalid-value", "this refusal asks nothing, so every record is refused",
        at: origin.when.span, help: "say which records are refused")
    }
  }

  private static func templates(_ mapping: EffectiveMapping) -> [Finding] {
    mapping.templates.enumerated().compactMap { place, template in
      let earlier = mapping.templates[..<place].first {
        $0.to == template.to && $0.isUnconditional
      }
      guard let earlier else { return nil }
      return Finding(
        "invalid-value", "no new record gets this template: one above it is for all of them",
        at: template.origin.span, label: "never used",
        notes: [
          Finding.Note(
            "the first that fits is used, and this one always does", at: earlier.origin.span)
        ],
        help: "put the one without 'when' last")
    }
  }
}

extension When {
  /// Whether its author wrote nothing in it.
  var asksNothing: Bool { (bc?.isEmpty ?? true) && (sales?.isEmpty ?? true) && related.isEmpty }
}

extension EffectiveWhen {
  /// Whether it holds for every record.
  var asksNothing: Bool { (bc?.isEmpty ?? true) && (sales?.isEmpty ?? true) && related.isEmpty }
}
