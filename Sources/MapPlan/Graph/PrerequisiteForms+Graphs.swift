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
    return merged(groups)
  }

  /// Different forms may give one graph: an edge to a mapping that does not exist is none.
  private func merged(_ groups: [[FeatureSet]]) -> [FeatureGraph] {
    var numbers: [GraphIdentity: Int] = [:]
    var result: [FeatureGraph] = []
    for features in groups {
      let graph = graph(in: features[0])
      let identity = GraphIdentity(graph)
      if let number = numbers[identity] {
        let all = result[number].features + features
        result[number] = FeatureGraph(
          features: all.sorted { space.areInOrder($0, $1) }, graph: result[number].graph)
      } else {
        numbers[identity] = result.count
        result.append(FeatureGraph(features: features, graph: graph))
      }
    }
    return result
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
    EdgeIdentity(left) == EdgeIdentity(right)
  }
}

extension FeatureSpace {
  /// The order of `combinations`: earlier values of the first choices come first.
  fileprivate func areInOrder(_ left: FeatureSet, _ right: FeatureSet) -> Bool {
    let difference = left.bits ^ right.bits
    return left.bits & (difference & ~(difference &- 1)) != 0
  }
}
