import MapLanguage
import MapRuntime
import MapSource

/// What is asked of a record that is not there yet.
extension DirectionConflictCheck {
  /// `create` and `templates` ask before a record is made, so of the other side's only.
  static func conditions(
    of mapping: EffectiveMapping, _ forms: [EffectiveMapping]
  ) -> [Finding] {
    let created = mapping.create.compactMap { direction, create in
      create.rule.when.flatMap { finding($0, new: direction.target) }
    }
    return created + requirements(of: mapping, forms)
      + mapping.templates.compactMap { template in
        template.origin.when.flatMap { finding($0, new: template.to) }
      }
  }

  /// A prerequisite is asked for before a record goes on its way, so the record that it becomes is
  /// no help; of a mapping that goes both ways, either may be the source.
  private static func requirements(
    of mapping: EffectiveMapping, _ forms: [EffectiveMapping]
  ) -> [Finding] {
    guard let direction = mapping.direction.directions.first,
      forms.allSatisfy({ $0.direction == mapping.direction }), mapping.direction != .both
    else { return [] }
    let side = direction.target
    return mapping.requires.compactMap { requirement in
      guard let when = requirement.origin.when, (side == .bc ? when.bc : when.sales) != nil else {
        return nil
      }
      return Finding(
        "direction-conflict",
        "'when' asks a record of the \(side.name) side, which this mapping writes", at: when.span,
        label: "the prerequisite comes before it", notes: [mapping.directionNote],
        help: "ask the record of the \(side.other.name) side")
    }
  }

  private static func finding(_ when: When, new side: Side) -> Finding? {
    guard (side == .bc ? when.bc : when.sales) != nil else { return nil }
    return Finding(
      "direction-conflict",
      "'when' asks a record of the \(side.name) side, which is about to be made", at: when.span,
      label: "nothing is there to ask", help: "ask the record of the \(side.other.name) side")
  }
}

extension EffectiveMapping {
  /// Where its direction is said, and which it is.
  var directionNote: Finding.Note {
    guard let direction = origin.direction else {
      return Finding.Note("the mapping goes both ways, because it says nothing else")
    }
    return Finding.Note("the mapping goes '\(direction.value.rawValue)'", at: direction.span)
  }
}
