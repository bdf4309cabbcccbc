import MapLanguage
import MapRuntime
import MapSource

/// `duplicate-target`: two field maps write one field, in one direction and one feature set. Two that do
/// so both ways are one mistake.
enum DuplicateTargetCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    var findings: [Finding] = []
    var pairs: Set<Pair> = []
    for direction in Direction.allCases {
      find(mapping, direction, context, &pairs, &findings)
    }
    return findings
  }

  /// Two field maps that write one field.
  private struct Pair: Hashable {
    let earlier: Int
    let later: Int
  }

  private static func find(
    _ mapping: EffectiveMapping, _ direction: Direction, _ context: CheckContext,
    _ pairs: inout Set<Pair>, _ findings: inout [Finding]
  ) {
    guard mapping.direction.includes(direction) else { return }
    var isTaken = Array(
      repeating: false, count: context.catalogue[mapping.table(direction.target)].fields.count)
    for (place, map) in mapping.fields.enumerated() where map.includes(direction) {
      guard let target = map.field(direction.target) else { continue }
      if isTaken[target], let earlier = earlier(place, target, mapping, direction),
        pairs.insert(Pair(earlier: earlier, later: place)).inserted
      {
        let field = context.field(target, of: mapping, direction.target)
        findings.append(
          clash(map, mapping.fields[earlier], field, direction))
      }
      isTaken[target] = true
    }
  }

  /// The first field map before one that writes the same field at the same time.
  private static func earlier(
    _ place: Int, _ target: Int, _ mapping: EffectiveMapping, _ direction: Direction
  ) -> Int? {
    let map = mapping.fields[place]
    return mapping.fields[..<place].firstIndex { other in
      other.includes(direction) && other.field(direction.target) == target
        && meet(map.onlyOn, other.onlyOn)
    }
  }

  private static func clash(
    _ map: EffectiveFieldMap, _ earlier: EffectiveFieldMap, _ field: Field,
    _ direction: Direction
  ) -> Finding {
    Finding(
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
