import MapPlan
import Testing

/// Which fields both directions write, as what counts as one (R D-26).
struct TwoWayProgramTests {
  private func fields(_ mapping: String) throws -> [(bc: Set<String>, sales: Set<String>)] {
    let project = try SmallProject(mapping)
    let program = try #require(project.program.mappings.first { $0.name == "CUSTOMER" })
    let catalogue = project.program.checked.catalogue
    return program.twoWayFields.map { field in
      (
        Set(field.bc.map { catalogue[program.mapping.bcTable].fields[$0].name.value }),
        Set(field.sales.map { catalogue[program.mapping.salesTable].fields[$0].name.value })
      )
    }
  }

  @Test("Each two-way field map is a field; one that goes one way is none")
  func apart() throws {
    let fields = try fields(
      """
      direction: both
      fields:
        - { bc: Name, sales: name, too-long: cut }
        - { bc: Amount, sales: amount, direction: to-sales }
        - { bc: Visits, sales: visits }
      """)
    #expect(fields.map(\.bc) == [["Name"], ["Visits"]])
    #expect(fields.map(\.sales) == [["name"], ["visits"]])
  }

  @Test("A block of 'together' is one field")
  func together() throws {
    let fields = try fields(
      """
      direction: both
      fields:
        - { bc: Visits, sales: visits }
        - together: any-filled
          fields:
            - { bc: Name, sales: name, too-long: cut }
            - { bc: Is Closed, sales: isclosed }
      """)
    #expect(fields.map(\.bc) == [["Visits"], ["Name", "Is Closed"]])
    #expect(fields.map(\.sales) == [["visits"], ["name", "isclosed"]])
  }
}
