import MapPlan
import Testing

struct CircleTests {
  @Test func `a circle starts at its first name and goes the shortest way`() throws {
    // C -> A -> B -> C, and the shorter A -> C -> A.
    let graph = PrerequisiteGraph(
      names: ["C", "A", "B"],
      edges: [
        RandomGraph.edge(0, 1), RandomGraph.edge(1, 2), RandomGraph.edge(2, 0),
        RandomGraph.edge(1, 0),
      ])
    #expect(graph.circles().map { $0.map { graph.name(of: $0.from) } } == [["A", "C"]])
  }

  @Test func `two groups give two circles`() {
    let graph = PrerequisiteGraph(
      names: ["A", "B", "C", "D"],
      edges: [
        RandomGraph.edge(2, 3), RandomGraph.edge(3, 2), RandomGraph.edge(0, 1),
        RandomGraph.edge(1, 0), RandomGraph.edge(1, 2),
      ])
    #expect(graph.circles().map { $0.map(\.from) } == [[0, 1], [2, 3]])
  }

  @Test(arguments: (0..<500).map { RandomGraph(seed: $0) })
  func `circles are what all distances give`(_ random: RandomGraph) throws {
    let graph = random.graph
    let distances = random.distances
    let circles = graph.circles()
    var groups: [[Int]] = []
    for place in random.names.indices.sorted(by: { random.names[$0] < random.names[$1] }) {
      guard distances[place][place] != nil, !groups.joined().contains(place) else { continue }
      groups.append(
        random.names.indices.filter { distances[place][$0] != nil && distances[$0][place] != nil })
    }
    #expect(
      circles.map { $0[0].from }
        == groups.map { group in
          group.min { random.names[$0] < random.names[$1] }
        })
    for circle in circles {
      #expect(circle.count == distances[circle[0].from][circle[0].from])
      for (step, next) in zip(circle, circle.dropFirst() + circle.prefix(1)) {
        #expect(step.to == next.from)
        #expect(random.waits(step.from, step.to))
      }
    }
    for place in random.names.indices {
      let isFree = random.names.indices.allSatisfy { other in
        distances[other][other] == nil || (other != place && distances[place][other] == nil)
      }
      #expect((graph.wave(of: place) != nil) == isFree)
    }
  }
}
