import MapPlan
import Testing

struct OrderTests {
  private let graph = PrerequisiteGraph(
    names: ["ORDER", "CUSTOMER", "CURRENCY", "SALESPEOPLE"], present: [0, 1, 2],
    edges: [RandomGraph.edge(0, 1), RandomGraph.edge(1, 2), RandomGraph.edge(1, 3)])

  @Test func `an order in which each comes after what it needs is right`() {
    #expect(graph.problem(inOrder: ["CURRENCY", "CUSTOMER", "ORDER"]) == nil)
    #expect(graph.problem(inOrder: []) == nil)
  }

  @Test func `what is needed through a mapping that is left out counts too`() throws {
    let way = try #require(wrongPair(["ORDER", "CURRENCY"]))
    #expect(way.map(\.from) == [0, 1])
    #expect(way.map(\.to) == [1, 2])
  }

  @Test func `the pair whose first mapping stands first is named`() throws {
    let way = try #require(wrongPair(["CUSTOMER", "ORDER", "CURRENCY"]))
    #expect(way.map(\.from) == [1])
  }

  @Test func `an unknown name is no order`() {
    guard case .name(.unknown("CUSTOMERS", let nearest)) = graph.problem(inOrder: ["CUSTOMERS"])
    else {
      Issue.record("the name is taken for a mapping")
      return
    }
    #expect(nearest == "CUSTOMER")
  }

  @Test func `a mapping that the features leave out is no order`() {
    guard case .name(.absent(3)) = graph.problem(inOrder: ["CURRENCY", "SALESPEOPLE"]) else {
      Issue.record("the mapping is taken to exist")
      return
    }
  }

  @Test func `a name that stands there twice is no order`() {
    guard case .repeated(2) = graph.problem(inOrder: ["CURRENCY", "CUSTOMER", "CURRENCY"]) else {
      Issue.record("the second one is not seen")
      return
    }
  }

  @Test(arguments: (0..<300).map { RandomGraph(seed: $0, isAcyclic: true) })
  func `every order is judged as all distances judge it`(_ random: RandomGraph) {
    var numbers = SeededNumbers(random.seed + 1000)
    let graph = random.graph
    let distances = random.distances
    #expect(graph.problem(inOrder: graph.sequence.map(graph.name)) == nil)
    let order = random.names.indices.shuffled(using: &numbers).dropLast(random.seed % 3)
    let wrong = order.indices.lazy.flatMap { first in
      order.indices[(first + 1)...].lazy.map { (order[first], order[$0]) }
    }.first { distances[$0.0][$0.1] != nil }
    let way = wrongPair(order.map(graph.name), in: graph)
    #expect(way?.first?.from == wrong?.0)
    #expect(way?.last?.to == wrong?.1)
  }

  private func wrongPair(
    _ order: [String], in other: PrerequisiteGraph? = nil
  ) -> [Prerequisite]? {
    guard case .wrongPair(let way) = (other ?? graph).problem(inOrder: order) else { return nil }
    return way
  }
}
