import MapImport
import Testing

@Suite("$metadata of Business Central")
struct BusinessCentralMetadataTests {
  private let system: SystemDescription

  init() throws { system = try MetadataReader.read(Excerpt.businessCentral) }

  @Test("a table a set, named as its entity and known by the set")
  func tables() {
    #expect(system.origin == .businessCentral)
    #expect(system.tables.map(\.name) == ["entityMetadata", "customer", "item", "picture"])
    #expect(system["customer"]?.set == "customers")
    #expect(system["customer"]?.key == ["id"])
    #expect(system["customer"]?.modified == "lastModifiedDateTime")
  }

  @Test("lengths and types are those of the API, and a text without one stays so")
  func types() {
    let customer = system["customer"]
    #expect(customer?.line("number") == "{ name: number, type: text(20), odata: number }")
    #expect(
      customer?.line("currencyCode") == "{ name: currencyCode, type: text, odata: currencyCode }")
    #expect(
      customer?.line("creditLimit") == "{ name: creditLimit, type: decimal(5), odata: creditLimit }"
    )
    #expect(customer?.line("taxLiable") == "{ name: taxLiable, type: boolean, odata: taxLiable }")
    #expect(
      customer?.line("id")
        == "{ name: id, type: guid, access: read, required: true, default: system, odata: id }")
  }

  @Test("members of enums are read as people see them")
  func options() {
    #expect(
      system["customer"]?.line("blocked")
        == "{ name: blocked, type: option, values: { ' ': 0, Ship: 1, Invoice: 2, All: 3 }, odata: blocked }"
    )
    #expect(system["item"]?.line("type")?.contains("Non-Inventory: 2") == true)
  }

  @Test("lists and pictures are left out, and counted")
  func leftOut() {
    #expect(system["entityMetadata"]?.fields.map(\.name) == ["entityName", "entitySetName"])
    #expect(system["entityMetadata"]?.leftOut == 5)
  }
}
