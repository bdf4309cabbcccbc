import MapCheck
import MapPlan
import Testing

struct QueryTests {
  @Test(arguments: (0..<200).map { RandomGraph(seed: $0) })
  func `what a mapping needs and what needs it are what all distances give`(_ random: RandomGraph) {
    let graph = random.graph
    let distances = random.distances
    func named(_ places: [Int]) -> [Int] { places.sorted { random.names[$0] < random.names[$1] } }
    for place in random.names.indices {
      let others = random.names.indices.filter { $0 != place }
      #expect(graph.needed(by: place) == named(others.filter { distances[place][$0] != nil }))
      #expect(graph.dependents(of: place) == named(others.filter { distances[$0][place] != nil }))
      for other in others {
        #expect(graph.way(from: place, to: other)?.count == distances[place][other])
      }
    }
  }

  @Test func `reasons for one mapping are one prerequisite, and the field counts before requires`()
  {
    let graph = PrerequisiteGraph(
      names: ["ORDER", "CUSTOMER"],
      edges: [
        RandomGraph.edge(0, 1, reason: .declared, because: "a person says so"),
        RandomGraph.edge(0, 1, fields: [3, 5]),
      ])
    let found = graph.prerequisites(of: 0)
    #expect(found.map(\.reason) == [.through])
    #expect(found.map(\.fields) == [[3, 5]])
    #expect(found.map(\.because) == ["a person says so"])
  }

  @Test func `a line's header counts before its fields`() {
    let graph = PrerequisiteGraph(
      names: ["LINE", "HEADER"],
      edges: [RandomGraph.edge(0, 1, fields: [1]), RandomGraph.edge(0, 1, reason: .parent)])
    #expect(graph.prerequisites(of: 0).map(\.reason) == [.parent])
  }

  @Test func `hard and soft references to one mapping stay apart`() {
    let graph = PrerequisiteGraph(
      names: ["CUSTOMER", "CONTACT"],
      edges: [
        RandomGraph.edge(0, 1, fields: [7], isSoft: true), RandomGraph.edge(0, 1, fields: [2]),
      ])
    #expect(graph.prerequisites(of: 0).map(\.isSoft) == [false, true])
    #expect(graph.prerequisites(of: 0).map(\.fields) == [[2], [7]])
    #expect(graph.wave(of: 0) == 1)
  }
}
