import MapCheck
import MapRuntime

/// The prerequisites of all mappings in all feature combinations, from which the graph of each is
/// made.
struct PrerequisiteForms: Sendable {
  let space: FeatureSpace
  /// By place in the model.
  let mappings: [MappingForms]
  let order: NameOrder

  init(space: FeatureSpace, mappings: [MappingForms]) {
    self.space = space
    self.mappings = mappings
    order = NameOrder(mappings.map(\.name))
  }

  init(_ model: ResolvedModel) {
    self.init(
      space: model.features,
      mappings: zip(model.mappings, model.model.mappings).map { variants, file in
        MappingForms(variants, name: file.name.value)
      })
  }

  /// The graph under a feature set.
  func graph(in features: FeatureSet) -> PrerequisiteGraph {
    var present: [Int] = []
    var edges: [PrerequisiteEdge] = []
    for (place, mapping) in mappings.enumerated() {
      guard let form = mapping.form(in: features) else { continue }
      present.append(place)
      edges += form.edges
    }
    return PrerequisiteGraph(order, present: present, edges: edges)
  }
}
