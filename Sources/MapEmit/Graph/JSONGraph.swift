/// A graph for programs: the JSON of `mapc graph`, version 1 (README.md#commands). Hard edges only.
public struct JSONGraph: Sendable {
  private struct Document: Encodable {
    let version = 1
    let features: [String]
    let mappings: [Mapping]
    let order: [String]
  }

  private struct Mapping: Encodable {
    let name: String
    let bc: String
    let sales: String
    let direction: String
    let requires: [Requirement]
    let wave: Int
  }

  private struct Requirement: Encodable {
    let mapping: String
    let reason: String
    let fields: [String]
  }

  public init() {}

  public func render(_ document: GraphDocument) -> String {
    let mappings = document.nodes.map { node in
      Mapping(
        name: node.name, bc: node.bc, sales: node.sales, direction: node.direction,
        requires: node.hardNeeds.map {
          Requirement(mapping: $0.mapping, reason: $0.reason.rawValue, fields: $0.fields)
        },
        wave: node.wave)
    }
    return Document(
      features: document.features, mappings: mappings, order: document.nodes.map(\.name)
    ).graphJSON + "\n"
  }
}
