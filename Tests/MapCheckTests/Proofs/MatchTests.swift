import Testing

@testable import MapCheck

@Suite("matches")
struct MatchTests {
  private func project(_ groups: String, fields: String = "") -> ProofProject {
    let standard = """
        - { bc: Name, sales: name }
        - { bc: City, sales: city }
        - { bc: Kind, sales: customertypecode, values: { Company: Customer, Person: Partner, Other: Vendor } }
        - { bc: Blocked, sales: isperson }
        - { bc: Salesperson Code, sales: ownerid, through: SALESPEOPLE }

      """
    return ProofProject(
      ProofProject.customer(
        "CUSTOMER", "direction: to-sales\nmatch: { groups: \(groups) }", fields: standard + fields),
      ProofProject.salespeople("create: { to-sales: true }"))
  }

  @Test(
    "a group that many records share",
    arguments: [
      "[[city]]", "[[customertypecode]]", "[[customertypecode, isperson]]", "[[ownerid]]",
      "[[city, ownerid, isperson]]",
    ])
  func common(_ groups: String) {
    #expect(project(groups).names == ["match-not-unique"])
  }

  @Test(
    "a group that names somebody", arguments: ["[[name]]", "[[name, city]]", "[[isperson, name]]"])
  func telling(_ groups: String) {
    #expect(project(groups).lines == [])
  }

  @Test("each group is judged by itself")
  func each() {
    #expect(
      project("[[name], [city]]").lines == [
        "match-not-unique: 'city' cannot tell one record from another"
      ])
  }

  @Test(
    "fields that never agree",
    arguments: [
      ("{ bc: Name, sales: notes }", "a memo is not compared"),
      ("{ bc: No., sales: accountid }", "a guid agrees only with a guid"),
      ("{ bc: Since, sales: nickname }", "a date is no text(100)"),
    ])
  func notComparable(_ pair: String, _ reason: String) throws {
    let finding = try #require(project("[[name, \(pair)]]").first("match-not-comparable"))
    #expect(finding.message.hasSuffix(reason))
  }
}
