import MapRuntime
import MapSource
import Testing

@testable import MapCheck

@Suite("filters that nothing passes, and values that they reject")
struct FilterTests {
  private func project(filter: String, more: String = "", fields: String = "") -> ProofProject {
    ProofProject(
      ProofProject.customer(
        "CUSTOMER", "direction: to-sales\nfilter: \(filter)\n\(more)",
        fields: "  - { bc: Name, sales: name }\n" + fields))
  }

  @Test(
    "a test that no value passes",
    arguments: [
      "{ bc: { Discount: { between: [20, 10] } } }", "{ bc: { Blocked: empty } }",
      "{ bc: { Kind: { not: [Company, Person, Other] } } }",
      "{ bc: { City: { like: '???????????????????????????????*' } } }",
    ])
  func impossibleTest(_ filter: String) {
    #expect(project(filter: filter).names == ["filter-never-true"])
  }

  @Test("'any' that contradicts what stands beside it")
  func impossibleTogether() {
    let project = project(
      filter: "{ bc: { Kind: Person, any: [{ Kind: Company }, { Kind: Other, Blocked: true }] } }")
    #expect(project.lines == ["filter-never-true: no 'Customer' passes this filter"])
  }

  @Test(
    "what some record passes is no finding",
    arguments: [
      "{ bc: { Discount: { between: [10, 10] } } }", "{ sales: { isperson: empty } }",
      "{ bc: { Kind: Person, any: [{ Kind: Company }, { Kind: Person, Blocked: true }] } }",
      "{ bc: { Since: { at-most: $today } } }", "{ bc: { Name: { field: Name 2 } } }",
    ])
  func possible(_ filter: String) {
    #expect(project(filter: filter).lines == [])
  }

  @Test("a template for records that the filter keeps out")
  func templateOutside() {
    let project = project(
      filter: "{ bc: { Kind: Person } }",
      more: """
        create: { to-sales: true }
        templates: [{ to: sales, when: { bc: { Kind: Company } }, set: { isperson: false } }]
        """)
    #expect(
      project.lines == [
        "filter-never-true: no 'Customer' that passes the filter passes this condition"
      ])
  }

  @Test("a constant that the own filter rejects; the example is rejected by it")
  func constant() throws {
    let project = project(
      filter: "{ sales: { customertypecode: Customer } }",
      fields: "  - { sales: customertypecode, constant: Vendor }")
    let finding = try #require(project.first("filter-excludes-constant"))
    #expect(project.findings.count == 1)
    #expect(
      finding.message
        == "'Vendor' is written into 'customertypecode', and this mapping's own filter rejects it")
    let mapping = try #require(project.mapping("CUSTOMER"))
    let table = project.resolved.catalogue[mapping.salesTable]
    let record = project.record(try #require(finding.example).sales, of: table)
    #expect(!record.isEmpty)
    #expect(ConditionEvaluator(table: table).holds(mapping.salesFilter, on: record) == false)
  }

  @Test("'outside-filter: follow' means it so")
  func followed() {
    let project = project(
      filter: "{ sales: { customertypecode: Customer } }", more: "outside-filter: follow",
      fields: "  - { sales: customertypecode, constant: Vendor }")
    #expect(project.lines == [])
  }

  @Test("a template's value that the own filter rejects, where the mapping creates")
  func template() {
    let template = "templates: [{ to: sales, set: { customertypecode: Vendor } }]"
    let filter = "{ sales: { customertypecode: [Customer, Partner] } }"
    #expect(
      project(filter: filter, more: "create: { to-sales: true }\n\(template)").names
        == ["filter-excludes-constant"])
  }

  @Test("a value map's result counts only for what the source's filter lets through")
  func values() throws {
    let map =
      "  - { bc: Kind, sales: customertypecode, "
      + "values: { Person: Customer, Company: Vendor, Other: Vendor } }"
    let all = project(filter: "{ sales: { customertypecode: Customer } }", fields: map)
    #expect(all.names == ["filter-excludes-constant", "filter-excludes-constant"])
    let example = try #require(all.findings.first?.example)
    #expect(example.bc.map(\.value) == ["Company"])
    #expect(example.sales.map(\.value) == ["Vendor"])
    let persons = project(
      filter: "{ bc: { Kind: Person }, sales: { customertypecode: Customer } }", fields: map)
    #expect(persons.lines == [])
  }
}
