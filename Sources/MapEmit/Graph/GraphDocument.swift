/// What a graph says, in words: all renderers start from this.
public struct GraphDocument: Sendable {
  /// The features that are on, one of each choice.
  public let features: [String]
  /// By wave, then name.
  public let nodes: [GraphNode]

  public init(features: [String], nodes: [GraphNode]) {
    self.features = features
    self.nodes = nodes
  }

  /// The mappings of each wave that has some.
  var waves: [(number: Int, nodes: [GraphNode])] {
    var waves: [(number: Int, nodes: [GraphNode])] = []
    for node in nodes {
      if waves.last?.number != node.wave { waves.append((node.wave, [])) }
      waves[waves.count - 1].nodes.append(node)
    }
    return waves
  }

  /// Some of its mappings and what holds between them; they keep their waves.
  public func keeping(_ names: Set<String>) -> GraphDocument {
    GraphDocument(
      features: features,
      nodes: nodes.filter { names.contains($0.name) }.map { $0.keeping(names) })
  }
}
