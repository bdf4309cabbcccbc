import MapPlan
import MapRuntime
import Testing

/// What records are matched by, where the field map that `match` names does not go to Sales.
struct MatchProgramTests {
  private func program(_ mapping: String) throws -> MappingProgram {
    let project = try SmallProject(mapping)
    return try #require(project.program.mappings.first { $0.name == "CUSTOMER" })
  }

  @Test("A reference that is not written gets a slot of its own")
  func disabledReference() throws {
    let program = try program(
      """
      direction: both
      create: { to-sales: true }
      match: { groups: [[currency, name]] }
      fields:
        - { bc: Name, sales: name, too-long: cut }
        - { bc: Currency Code, sales: currency, through: CURRENCY, uncoupled: wait, enabled: false }
      """)
    let toSales = try #require(program.toSales)
    #expect(toSales.references.map(\.rule) == [1])
    #expect(toSales.steps.map(\.rule) == [0])
    let pairs = try #require(program.match.first)
    guard case .reference(slot: 0, _) = pairs[0].source, case .value = pairs[1].source else {
      Issue.record("\(pairs)")
      return
    }
  }

  @Test("A mapping that never goes to Sales resolves no reference that way")
  func oneWay() throws {
    let program = try program(
      """
      direction: to-bc
      create: { to-bc: true }
      match: { groups: [[currency]] }
      fields:
        - { bc: Name, sales: name, too-long: cut }
        - { bc: Currency Code, sales: currency, through: CURRENCY, uncoupled: wait }
      """)
    #expect(program.toSales == nil)
    guard case .unknown? = program.match.first?.first?.source else {
      Issue.record("\(program.match)")
      return
    }
  }
}
