import DefaultMappings
import MapScenario
import MapSource
import Testing

@testable import MapsyncCommands

/// What people do with documents, in the systems that they are in.
@Suite("Documents in scenarios")
struct DocumentStoryTests {
  private func differences(_ text: String) async throws -> [ScenarioDifference] {
    let source = SourceFile(path: "story.yaml", text: text)
    let output = ScenarioReader.read(source, program: Program.self)
    #expect(output.findings.map(\.message) == [])
    let scenario = try #require(output.scenario)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    return try await RunningProgram.$current.withValue(Program.self) {
      await ScenarioRunner.run(scenario, in: try EngineWorld(scenario, in: folder.path))
    }
  }

  private static let company = """
    given:
      bc:
        VAT Business Posting Group: [{ Code: DOMESTIC }]
        VAT Product Posting Group: [{ Code: STANDARD }]
        VAT Posting Setup:
          - { VAT Bus. Posting Group: DOMESTIC, VAT Prod. Posting Group: STANDARD, VAT %: 19, VAT Identifier: VAT19 }
        Customer: [{ $id: c1, No.: '10000', Name: Adatum, VAT Bus. Posting Group: DOMESTIC }]
        Unit of Measure: [{ Code: PCS, Description: Piece }]
        Item: [{ $id: t1, No.: '1000', Description: Bicycle, Base Unit of Measure: PCS, VAT Prod. Posting Group: STANDARD }]

    """

  @Test("an order of four bicycles is shipped and invoiced in two parts, and one part paid in two")
  func order() async throws {
    let found = try await differences(
      "scenario: an order in parts\n" + Self.company + """
        when:
          - create: { bc: { Sales Header: [{ $id: h1, Document Type: Order, No.: S-1, Sell-to Customer No.: '10000', VAT Bus. Posting Group: DOMESTIC }], Sales Line: [{ $id: l1, Document Type: Order, Document No.: S-1, Line No.: 10000, Type: Item, No.: '1000', Quantity: 4, Unit of Measure Code: PCS, Unit Price: 100 }] } }
          - release: { bc: h1 }
          - { change: { bc: l1, set: { Quantity: 5 } }, fails: reopen the document before }
          - { post: { bc: h1, ship: true, quantities: { 10000: 5 } }, fails: '10000' }
          - { post: { bc: h1, quantities: { 30000: 1 } }, fails: "Order 'S-1' has no line 30000" }
          - post: { bc: h1, quantities: { 10000: 1 }, as: i1 }
          - post: { bc: h1, ship: true, quantities: { 10000: 3 }, as: s2 }
          - { post: { bc: h1, ship: true }, fails: there is nothing to post }
          - pay: { bc: i1, amount: 50 }
          - post: { bc: h1, invoice: true, as: i2 }
          - { delete: { bc: h1 }, fails: there is no such record }
          - pay: { bc: i1, on: 2026-01-20 }
          - { pay: { bc: i1 }, fails: has nothing left to pay }
        then:
          bc:
            Customer: [{ $id: c1, Balance (LCY): 357, Outstanding Orders (LCY): 0 }]
            Sales Invoice Header:
              - { $id: i1, Order No.: S-1, Amount: 100, Amount Including VAT: 119, Remaining Amount: 0, Closed: true }
              - { $id: i2, Order No.: S-1, Amount: 300, Amount Including VAT: 357, Remaining Amount: 357, Closed: false }
            Sales Shipment Header: [{ $id: s2, Order No.: S-1 }]
          count: { bc: { Sales Header: 0, Sales Line: 0, Sales Shipment Header: 2, Sales Invoice Header: 2, Cust. Ledger Entry: 4 } }
        """)
    #expect(found == [])
  }

  @Test("a quote becomes an order, its invoice is corrected, and the payment taken back before")
  func quote() async throws {
    let found = try await differences(
      "scenario: a quote and its invoice\n" + Self.company + """
        when:
          - create: { bc: { Sales Header: [{ $id: h1, Document Type: Quote, No.: SQ-1, Sell-to Customer No.: '10000', VAT Bus. Posting Group: DOMESTIC }], Sales Line: [{ Document Type: Quote, Document No.: SQ-1, Line No.: 10000, Type: Item, No.: '1000', Quantity: 2, Unit of Measure Code: PCS, Unit Price: 100 }] } }
          - release: { bc: h1 }
          - reopen: { bc: h1 }
          - archive: { bc: h1, as: v1 }
          - note: { bc: h1, text: Call before noon }
          - make-order: { bc: h1, as: h2 }
          - change: { bc: h2, set: { Your Reference: bicycles } }
          - post: { bc: h2, as: i1 }
          - pay: { bc: i1 }
          - { correct: { bc: i1 }, fails: unapply the payment first }
          - unapply: { bc: i1 }
          - correct: { bc: i1, as: h3 }
          - post: { bc: h3, as: i2 }
          - cancel: { bc: i2, as: m1 }
        then:
          bc:
            Customer: [{ $id: c1, Balance (LCY): -238 }]
            Sales Header Archive: [{ $id: v1, Document Type: Quote, No.: SQ-1, Version No.: 1, Amount Including VAT: 238 }]
            Sales Invoice Header:
              - { $id: i1, Quote No.: SQ-1, Your Reference: bicycles, Cancelled: true, Remaining Amount: 0 }
              - { $id: i2, Cancelled: true }
            Sales Cr.Memo Header: [{ $id: m1, Amount Including VAT: 238 }]
          count: { bc: { Sales Header: 0, Sales Cr.Memo Header: 2, Cust. Ledger Entry: 5 } }
        """)
    #expect(found == [])
  }

  @Test("a quote is revised, won and ordered, and the order submitted, by people in Sales")
  func sales() async throws {
    let found = try await differences(
      """
      scenario: a quote in two revisions
      given:
        sales:
          transactioncurrency: [{ $id: usd, isocurrencycode: EUR, currencyname: Euro, exchangerate: 1 }]
          account: [{ $id: a1, name: Adatum }]
          quote:
            - { $id: q1, name: Offer, quotenumber: QUO-1, customerid: a1, transactioncurrencyid: usd }
            - { $id: q9, name: Other, quotenumber: QUO-9, customerid: a1, transactioncurrencyid: usd, statecode: Active }
          salesorder: [{ $id: o9, name: Other, ordernumber: ORD-9, customerid: a1, transactioncurrencyid: usd }]
          invoice: [{ $id: v1, name: Other, customerid: a1, transactioncurrencyid: usd, salesorderid: o9 }]
      when:
        - { revise: { sales: q1, as: x1 }, fails: cannot go from 'Draft' }
        - activate: { sales: q1 }
        - { change: { sales: q1, set: { name: Another } }, fails: cannot be changed }
        - revise: { sales: q1, as: q2 }
        - change: { sales: q2, set: { name: Better offer } }
        - change: { sales: q2, set: { statecode: Active, statuscode: Active/In Progress } }
        - win: { sales: q2 }
        - convert: { sales: q2, as: o1 }
        - submit: { sales: o1 }
        - fulfil: { sales: o1, complete: false }
        - note: { sales: o1, text: Half of it is there }
        - close: { sales: q9, reason: canceled }
        - { convert: { sales: o9 }, fails: another system processes orders }
        - cancel: { sales: v1 }
        - reopen: { sales: v1 }
        - cancel: { sales: o9 }
      then:
        sales:
          quote:
            - { $id: q1, statecode: Closed, statuscode: Closed/Revised, revisionnumber: 0 }
            - { $id: q2, quotenumber: QUO-1, name: Better offer, statecode: Won, revisionnumber: 1 }
            - { $id: q9, statecode: Closed, statuscode: Closed/Canceled }
          salesorder:
            - { $id: o1, name: Better offer, quoteid: q2, statecode: Fulfilled, statuscode: Partial }
            - { $id: o9, statecode: Canceled }
          invoice: [{ $id: v1, salesorderid: o9, statecode: Active }]
          annotation: [{ $new: n1, objectid: o1, notetext: Half of it is there }]
      """)
    #expect(found == [])
  }
}
