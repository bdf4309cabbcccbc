import MapCheck
import MapSource

extension PrerequisiteForms {
  /// One graph for each that differs, in the order of their first feature sets, with every feature
  /// set that gives it. Choices on which no graph depends stay at their first value.
  func graphs() -> [FeatureGraph] {
    let kinds = mappings.map(kindsOfForms)
    var named: UInt64 = 0
    for place in mappings.indices { named |= decisive(place, kinds[place]) }
    let changing = mappings.indices.filter { mappings[$0].relevant & named != 0 }
    var numbers: [[Int]: Int] = [:]
    var groups: [[FeatureSet]] = []
    for features in space.combinations(of: named) {
      let key = changing.map { place in
        mappings[place].forms.firstIndex {
          $0.bits == features.bits & mappings[place].relevant
        }.map { kinds[place][$0] } ?? -1
      }
      if let number = numbers[key] {
        groups[number].append(features)
      } else {
        numbers[key] = groups.count
        groups.append([features])
      }
    }
    return groups.map { FeatureGraph(features: $0, graph: graph(in: $0[0])) }
  }

  /// For each form the first one with the same edges.
  private func kindsOfForms(_ mapping: MappingForms) -> [Int] {
    mapping.forms.indices.map { form in
      mapping.forms[...form].firstIndex {
        $0.edges.elementsEqual(mapping.forms[form].edges, by: Self.areSame)
      } ?? form
    }
  }

  /// The values of the choices on which it depends whether a mapping exists or what it needs.
  private func decisive(_ place: Int, _ kinds: [Int]) -> UInt64 {
    let mapping = mappings[place]
    if Set(kinds).count > 1 { return mapping.relevant }
    return space.relevant(mapping.condition.named)
  }

  private static func areSame(_ left: PrerequisiteEdge, _ right: PrerequisiteEdge) -> Bool {
    left.to == right.to && left.reason == right.reason && left.isSoft == right.isSoft
      && left.fields == right.fields && left.span == right.span && left.because == right.because
  }
}
