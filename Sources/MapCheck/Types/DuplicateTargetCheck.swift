import MapLanguage
import MapRuntime
import MapSource

/// `duplicate-target`: two field maps write one field, in one direction and one feature set.
enum DuplicateTargetCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    var findings: [Finding] = []
    for direction in Direction.allCases {
      find(mapping, direction, context, &findings)
    }
    return findings
  }

  private static func find(
    _ mapping: EffectiveMapping, _ direction: Direction, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard mapping.direction.includes(direction) else { return }
    var isTaken = Array(
      repeating: false, count: context.catalogue[mapping.table(direction.target)].fields.count)
    for (place, map) in mapping.fields.enumerated() where map.includes(direction) {
      guard let target = map.field(direction.target) else { continue }
      if isTaken[target], let finding = clash(place, target, mapping, direction, context) {
        findings.append(finding)
      }
      isTaken[target] = true
    }
  }

  private static func clash(
    _ place: Int, _ target: Int, _ mapping: EffectiveMapping, _ direction: Direction,
    _ context: CheckContext
  ) -> Finding? {
    let map = mapping.fields[place]
    let earlier = mapping.fields[..<place].first { other in
      other.includes(direction) && other.field(direction.target) == target
        && meet(map.onlyOn, other.onlyOn)
    }
    guard let earlier else { return nil }
    let field = context.field(target, of: mapping, direction.target)
    return Finding(
      "duplicate-target",
      "two field maps write '\(field.name.value)' \(direction.name)",
      at: map.name(direction.target)?.span ?? map.span, label: "written again",
      notes: [
        Finding.Note(
          "it is written here already", at: earlier.name(direction.target)?.span ?? earlier.span)
      ],
      help: "keep one of them, or tell them apart with `direction`, `only-on` or `if`")
  }

  /// Creating and updating never happen at once.
  private static func meet(_ one: OnlyOn?, _ other: OnlyOn?) -> Bool {
    guard let one, let other else { return true }
    return one == other
  }
}
