import Testing

@testable import MapCheck

@Suite("lines of several headers, and documents that two mappings create")
struct LineParentTests {
  private static let tables = """
    #--- schemas/bc/Header.yaml
    table: Header
    key: [Kind, No.]
    fields:
      - { name: Kind, type: option, values: { Quote: 0, Order: 1 }, required: true }
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Reference, type: text(35) }
    #--- schemas/bc/Line.yaml
    table: Line
    key: [Kind, Document No., Line No.]
    parent: { table: Header, by: { Kind: Kind, No.: Document No. } }
    fields:
      - { name: Kind, type: option, values: { Quote: 0, Order: 1 }, required: true }
      - { name: Document No., type: code(20), required: true }
      - { name: Line No., type: integer, required: true, default: next-line }
      - { name: Quantity, type: decimal(5) }
    #--- schemas/sales/order.yaml
    table: order
    key: [orderid]
    states:
      field: statecode
      status: statuscode
      values:
        Active: { value: 0, statuses: { New: 1 }, next: [Submitted] }
        Submitted: { value: 1, statuses: { Open: 2 } }
    fields:
      - { name: orderid, type: guid, access: create, required: true, default: system }
      - { name: name, type: text(35) }
      - { name: kind, type: option, values: { Quote: 0, Order: 1 } }
    #--- schemas/sales/detail.yaml
    table: detail
    key: [detailid]
    parent: { table: order, by: orderid }
    fields:
      - { name: detailid, type: guid, access: create, required: true, default: system }
      - { name: orderid, type: lookup, refers-to: order }
      - { name: quantity, type: decimal(5) }
    """

  private func header(
    _ name: String, _ states: String, filter: String = "", create: String = "true"
  ) -> (name: String, text: String) {
    (
      name,
      """
      tables: { bc: Header, sales: order }
      direction: to-bc
      states: \(states)
      create: { to-bc: \(create) }
      \(filter)
      fields:
        - { bc: Kind, constant: Order }
        - { bc: Reference, sales: name }
      """
    )
  }

  private func lines(
    _ name: String, of parent: String, filter: String = ""
  ) -> (name: String, text: String) {
    (
      name,
      """
      tables: { bc: Line, sales: detail }
      parent: \(parent)
      direction: to-bc
      create: { to-bc: true }
      \(filter)
      fields:
        - { bc: Quantity, sales: quantity }
      """
    )
  }

  private let submitted = "{ Active: ignore, Submitted: take-in }"
  private let active = "{ Active: take-in, Submitted: ignore }"

  @Test("two mappings create from one document: that is the finding, not the overlap")
  func createdTwice() throws {
    let project = ProofProject(
      tables: Self.tables, header("FIRST", submitted), header("SECOND", submitted))
    let finding = try #require(project.first("created-twice"))
    #expect(
      project.lines == [
        "created-twice: 'SECOND' and 'FIRST' both create a 'Header' from one 'order'"
      ])
    #expect(finding.example?.sales.map(\.value) == ["Submitted"])
  }

  @Test("other states, or conditions on creation that exclude each other")
  func createdOnce() {
    let states = ProofProject(
      tables: Self.tables, header("FIRST", submitted), header("SECOND", active))
    #expect(states.lines == [])
    func when(_ kind: String) -> String { "{ when: { sales: { kind: \(kind) } } }" }
    let conditions = ProofProject(
      tables: Self.tables, header("FIRST", submitted, create: when("Quote")),
      header("SECOND", submitted, create: when("Order")))
    #expect(!conditions.names.contains("created-twice"))
  }

  @Test("lines of different headers are never one record")
  func differentParents() {
    let project = ProofProject(
      tables: Self.tables, header("FIRST", submitted), header("SECOND", active),
      lines("FIRST-LINE", of: "FIRST"), lines("SECOND-LINE", of: "SECOND"))
    #expect(project.lines == [])
  }

  @Test("lines of one header mapping are, unless their headers differ in kind")
  func sameParent() {
    let same = ProofProject(
      tables: Self.tables, header("FIRST", submitted), lines("ONE", of: "FIRST"),
      lines("TWO", of: "FIRST"))
    #expect(same.names == ["created-twice"])
    let kinds = ProofProject(
      tables: Self.tables, header("FIRST", submitted),
      lines("ONE", of: "FIRST", filter: "filter: { bc: { Kind: Quote } }"),
      lines("TWO", of: "FIRST", filter: "filter: { bc: { Kind: Order } }"))
    #expect(kinds.lines == [])
  }
}
