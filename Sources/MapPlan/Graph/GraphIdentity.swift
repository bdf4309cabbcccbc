import MapCheck

/// What makes two graphs of one model the same: the mappings that exist, and every edge.
struct GraphIdentity: Hashable {
  private let present: [Int]
  private let edges: [EdgeIdentity]

  init(_ graph: PrerequisiteGraph) {
    present = graph.order.names.indices.filter(graph.contains)
    edges = present.flatMap { place in
      graph.prerequisites(of: place).flatMap { $0.edges.map(EdgeIdentity.init) }
    }
  }
}
