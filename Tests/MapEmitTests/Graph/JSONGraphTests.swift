import Foundation
import MapEmit
import Testing

struct JSONGraphTests {
  private struct Read: Decodable {
    struct Mapping: Decodable {
      struct Requirement: Decodable {
        let mapping: String
        let reason: String
        let fields: [String]
      }

      let name: String
      let bc: String
      let sales: String
      let direction: String
      let requires: [Requirement]
      let wave: Int
    }

    let version: Int
    let features: [String]
    let mappings: [Mapping]
    let order: [String]
  }

  @Test func `programs read names, tables, waves and hard edges`() throws {
    let text = JSONGraph().render(GraphSample.document)
    let read = try JSONDecoder().decode(Read.self, from: Data(text.utf8))
    #expect(read.version == 1)
    #expect(read.features == ["person-ownership", "unit-groups"])
    #expect(read.order == ["CURRENCY", "SALESPEOPLE", "CUSTOMER", "CONTACT", "STATISTICS"])
    #expect(read.mappings.map(\.name) == read.order)
    #expect(read.mappings.map(\.wave) == [0, 0, 1, 2, 2])
    #expect(read.mappings.map(\.direction) == ["to-sales", "to-bc", "both", "both", "to-sales"])
    let customer = try #require(read.mappings.first { $0.name == "CUSTOMER" })
    #expect(customer.bc == "Customer")
    #expect(customer.sales == "account")
    #expect(customer.requires.map(\.mapping) == ["CURRENCY", "SALESPEOPLE"])
    #expect(customer.requires.map(\.reason) == ["through", "through"])
    #expect(
      customer.requires.map(\.fields) == [["transactioncurrencyid"], ["ownerid", "createdby"]])
    #expect(read.mappings.last?.requires.map(\.reason) == ["declared"])
  }

  @Test func `the same graph gives the same bytes`() {
    let document = GraphDocument(
      features: ["a"], nodes: [GraphSample.node("A \"B\"", bc: "x/y", sales: "z", wave: 0)])
    #expect(
      JSONGraph().render(document) == """
        {"features":["a"],"mappings":[{"bc":"x/y","direction":"both","name":"A \\"B\\"",\
        "requires":[],"sales":"z","wave":0}],"order":["A \\"B\\""],"version":1}

        """)
  }
}
