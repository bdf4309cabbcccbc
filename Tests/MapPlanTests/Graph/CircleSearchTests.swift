import MapCheck
import Testing

@testable import MapPlan

struct CircleSearchTests {
  @Test(arguments: (0..<600).map(RandomForms.init))
  func `every combination with a circle has one that is found, and no other has`(
    _ random: RandomForms
  ) {
    let found = CircleSearch.circles(of: random.forms)
    for features in random.combinations {
      let graph = random.forms.graph(in: features)
      let present = found.filter { holds($0.way, in: graph) }
      #expect(present.isEmpty == graph.circles().isEmpty)
    }
  }

  @Test(arguments: (0..<600).map(RandomForms.init))
  func `a circle names just the features that it depends on`(_ random: RandomForms) {
    for circle in CircleSearch.circles(of: random.forms) {
      let holding = random.combinations.filter { holds(circle.way, in: random.forms.graph(in: $0)) }
      #expect(holding.contains(circle.features))
      for features in random.combinations
      where features.bits & circle.relevant == circle.features.bits & circle.relevant {
        #expect(holding.contains(features))
      }
      #expect((circle.relevant == 0) == (holding.count == random.combinations.count))
    }
  }

  @Test(arguments: (0..<300).map(RandomForms.init))
  func `every combination has one of the graphs, and it is its own`(_ random: RandomForms) {
    let graphs = random.forms.graphs()
    for features in random.combinations {
      let own = text(random.forms.graph(in: features))
      #expect(graphs.contains { text($0.graph) == own })
    }
    for entry in graphs {
      for features in entry.features {
        #expect(text(random.forms.graph(in: features)) == text(entry.graph))
      }
    }
    #expect(Set(graphs.map { text($0.graph) }).count == graphs.count)
  }

  @Test func `thirty-two choices and a circle in one of them are found at once`() throws {
    let space = RandomForms.space((0..<32).map { ["on\($0)", "off\($0)"] })
    // A ring whose every edge asks for one more feature: there is only one combination with it.
    let mappings = (0..<32).map { place in
      let bit = UInt64(1) << UInt64(2 * place + 1)
      return MappingForms(
        name: "M\(place)", condition: .always, relevant: space.relevant(bit),
        forms: [
          MappingForms.Form(bits: bit, edges: [RandomGraph.edge(place, (place + 1) % 32)]),
          MappingForms.Form(bits: bit >> 1, edges: []),
        ])
    }
    let forms = PrerequisiteForms(space: space, mappings: mappings)
    let circle = try #require(CircleSearch.circles(of: forms).first)
    #expect(circle.way.count == 32)
    #expect(space.names(of: circle.features) == (0..<32).map { "off\($0)" })
  }

  private func holds(_ way: [Prerequisite], in graph: PrerequisiteGraph) -> Bool {
    way.allSatisfy { step in
      graph.contains(step.from)
        && graph.prerequisites(of: step.from).contains { $0.to == step.to && !$0.isSoft }
    }
  }

  /// Everything that a graph says; mappings that do not exist are missing.
  private func text(_ graph: PrerequisiteGraph) -> String {
    (0..<6).filter { $0 < graph.order.count && graph.contains($0) }.map { place in
      let needs = graph.prerequisites(of: place).flatMap(\.edges)
      return "\(place): \(needs.map { "\($0.to) \($0.isSoft) \($0.fields)" })"
    }.joined(separator: "\n")
  }
}
