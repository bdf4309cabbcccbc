/// A mapping as graphs show it.
public struct GraphNode: Sendable {
  public let name: String
  public let bc: String
  public let sales: String
  /// `both`, `to-sales` or `to-bc`.
  public let direction: String
  public let description: String
  public let place: GraphPlace
  /// The longest way from a mapping without prerequisites.
  public let wave: Int
  /// By name; of each mapping the hard one first.
  public let needs: [GraphNeed]

  public init(
    name: String, bc: String, sales: String, direction: String, description: String = "",
    place: GraphPlace, wave: Int, needs: [GraphNeed] = []
  ) {
    self.name = name
    self.bc = bc
    self.sales = sales
    self.direction = direction
    self.description = description
    self.place = place
    self.wave = wave
    self.needs = needs
  }

  var hardNeeds: [GraphNeed] { needs.filter { !$0.isSoft } }

  /// Soft ones, but of mappings that are not needed anyway.
  var softNeeds: [GraphNeed] {
    let hard = Set(hardNeeds.map(\.mapping))
    return needs.filter { $0.isSoft && !hard.contains($0.mapping) }
  }

  /// The tables, with an arrow the way that values go.
  var tables: String {
    switch direction {
    case "to-sales": "\(bc) -> \(sales)"
    case "to-bc": "\(bc) <- \(sales)"
    default: "\(bc) <-> \(sales)"
    }
  }

  /// The same mapping with only those of its needs that go to some mappings.
  func keeping(_ names: Set<String>) -> GraphNode {
    GraphNode(
      name: name, bc: bc, sales: sales, direction: direction, description: description,
      place: place, wave: wave, needs: needs.filter { names.contains($0.mapping) })
  }
}
