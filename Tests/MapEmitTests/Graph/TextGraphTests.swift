import MapEmit
import Testing

struct TextGraphTests {
  @Test func `waves are numbered lists with what each mapping needs and does not wait for`() {
    #expect(
      TextGraph().render(GraphSample.document) == """
        Under person-ownership, unit-groups

        Wave 0
          1. CURRENCY     Currency -> transactioncurrency (to-sales)
          2. SALESPEOPLE  Salesperson/Purchaser <- systemuser (to-bc)

        Wave 1
          3. CUSTOMER     Customer <-> account (both)
             needs CURRENCY (field transactioncurrencyid), SALESPEOPLE (fields ownerid, createdby)
             does not wait for CONTACT (field primarycontactid)

        Wave 2
          4. CONTACT      Contact <-> contact (both)
             needs CUSTOMER (field parentcustomerid)
          5. STATISTICS   Customer -> nav_accountstatistics (to-sales)
             needs CUSTOMER (declared)

        """)
  }

  @Test func `long lists go on below their first item`() {
    let needs = (10..<20).map { GraphNeed(mapping: "MAPPING \($0)", reason: .parent) }
    let node = GraphSample.node("LAST", bc: "B", sales: "S", wave: 1, needs: needs)
    let lines = TextGraph().render(GraphDocument(features: [], nodes: [node]))
      .split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines[2].hasPrefix("     needs MAPPING 10 (parent), MAPPING 11 (parent),"))
    #expect(lines[3].hasPrefix("           MAPPING 1"))
  }

  @Test func `a name cannot steer the terminal`() {
    let node = GraphSample.node("A\u{1B}[2J\nB\u{202E}", bc: "B", sales: "S", wave: 0)
    let text = TextGraph().render(GraphDocument(features: [], nodes: [node]))
    #expect(text.contains("A\u{FFFD}[2J B\u{FFFD}"))
  }

  @Test func `a part keeps its waves and what holds within it`() {
    let part = GraphSample.document.keeping(["CUSTOMER", "STATISTICS"])
    #expect(
      TextGraph().render(part) == """
        Under person-ownership, unit-groups

        Wave 1
          1. CUSTOMER    Customer <-> account (both)

        Wave 2
          2. STATISTICS  Customer -> nav_accountstatistics (to-sales)
             needs CUSTOMER (declared)

        """)
  }
}
