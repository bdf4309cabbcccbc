import MapPlan
import Testing

struct WaveTests {
  @Test func `a mapping without prerequisites is in the first wave`() {
    let graph = PrerequisiteGraph(names: ["B", "A"], edges: [])
    #expect(graph.waves == [[1, 0]])
    #expect(graph.sequence == [1, 0])
  }

  @Test func `a wave is the longest way, not the shortest`() {
    let graph = PrerequisiteGraph(
      names: ["ORDER", "CUSTOMER", "CURRENCY"],
      edges: [RandomGraph.edge(0, 1), RandomGraph.edge(1, 2), RandomGraph.edge(0, 2)])
    #expect(graph.waves == [[2], [1], [0]])
    #expect(graph.wave(of: 0) == 2)
  }

  @Test func `a soft edge makes no wave`() {
    let graph = PrerequisiteGraph(
      names: ["CONTACT", "CUSTOMER"],
      edges: [RandomGraph.edge(0, 1), RandomGraph.edge(1, 0, isSoft: true)])
    #expect(graph.waves == [[1], [0]])
    #expect(graph.circles().isEmpty)
  }

  @Test func `a mapping that refers to itself waits for nobody`() {
    let graph = PrerequisiteGraph(names: ["ITEM"], edges: [RandomGraph.edge(0, 0)])
    #expect(graph.waves == [[0]])
    #expect(graph.circles().isEmpty)
    #expect(graph.prerequisites(of: 0).isEmpty)
  }

  @Test func `mappings that do not exist are in no wave, and nothing waits for them`() {
    let graph = PrerequisiteGraph(
      names: ["CUSTOMER", "SALESPEOPLE"], present: [0], edges: [RandomGraph.edge(0, 1)])
    #expect(graph.waves == [[0]])
    #expect(!graph.contains(1))
    #expect(graph.wave(of: 1) == nil)
  }

  @Test func `members of a circle and what needs them are in no wave`() {
    let graph = PrerequisiteGraph(
      names: ["A", "B", "C", "D"],
      edges: [RandomGraph.edge(0, 1), RandomGraph.edge(1, 0), RandomGraph.edge(2, 0)])
    #expect(graph.waves == [[3]])
    #expect(graph.wave(of: 2) == nil)
  }

  @Test func `a chain of fifty thousand mappings needs no deep stack`() {
    let count = 50_000
    let chain = (1..<count).map { RandomGraph.edge($0, $0 - 1) }
    let names = (0..<count).map(String.init)
    #expect(PrerequisiteGraph(names: names, edges: chain).waves.count == count)
    let ring = PrerequisiteGraph(names: names, edges: chain + [RandomGraph.edge(0, count - 1)])
    #expect(ring.circles().map(\.count) == [count])
  }

  @Test(arguments: (0..<300).map { RandomGraph(seed: $0, isAcyclic: true) })
  func `waves are what trying all ways gives`(_ random: RandomGraph) {
    let graph = random.graph
    for place in random.names.indices {
      #expect(graph.wave(of: place) == random.depth(place))
    }
    let expected = random.names.indices.sorted {
      (random.depth($0), random.names[$0]) < (random.depth($1), random.names[$1])
    }
    #expect(graph.sequence == expected)
    #expect(graph.circles().isEmpty)
  }
}
