import DefaultMappings
import EmbeddedSystems
import MapRuntime
import Testing

@Suite("A document of Sales is written whole or not at all")
struct SalesDocumentTests {
  typealias Invoice = DocumentContent<
    RecordContent<Sales.Invoice>, RecordContent<Sales.Invoicedetail>
  >

  /// The columns of a record by their names.
  private func columns<Record: TableRecord>(_ type: Record.Type, _ names: [String]) -> FieldSet {
    var columns = FieldSet()
    for (index, column) in Record.table.columns.enumerated() where names.contains(column.name) {
      columns.insert(index, if: true)
    }
    return columns
  }

  private static let header = [
    "invoicenumber", "name", "customerid", "transactioncurrencyid", "totalamount",
    "totalamountlessfreight", "discountamount",
  ]
  private static let line = [
    "sequencenumber", "productid", "uomid", "quantity", "priceperunit", "ispriceoverridden",
    "manualdiscountamount", "baseamount", "extendedamount", "tax",
  ]

  /// An invoice as BC sends it, of chairs in these quantities.
  private func invoice(
    _ shop: SalesShop, _ id: Guid, lines: [(Guid, Int64)], isNew: Bool = true
  ) throws -> Invoice {
    var header = Sales.Invoice.blank
    header.invoicenumber = "103001"
    header.name = "Chairs"
    header.customerid = Lookup(table: "account", id: shop.account)
    header.transactioncurrencyid = Lookup(table: "transactioncurrency", id: shop.euro)
    header.totalamount = 1250
    header.totalamountlessfreight = 1000
    let names = isNew ? Self.header : ["name", "totalamount"]
    let plan = try shop.system.plan(
      Sales.Invoice.self, columns(Sales.Invoice.self, names), isNew: isNew, stampsCompany: false,
      by: .integration)
    let linePlan = try shop.system.plan(
      Sales.Invoicedetail.self, columns(Sales.Invoicedetail.self, Self.line), isNew: true,
      stampsCompany: false, by: .integration)
    return Invoice(
      DocumentRecord(id, plan, RecordContent(header)),
      lines: lines.map { id, quantity in
        var line = Sales.Invoicedetail.blank
        line.productid = Lookup(table: "product", id: shop.chair)
        line.uomid = Lookup(table: "uom", id: shop.piece)
        line.quantity = DecimalValue(quantity)
        line.priceperunit = 250
        line.ispriceoverridden = true
        line.baseamount = DecimalValue(quantity * 250)
        line.extendedamount = DecimalValue(quantity * 300)
        line.tax = DecimalValue(quantity * 50)
        return DocumentLine(DocumentRecord(id, linePlan, RecordContent(line)))
      }, isNew: isNew)
  }

  private func write(
    _ shop: SalesShop, _ invoice: Invoice, to state: EnteredState? = nil
  ) throws -> DocumentOutcome {
    try shop.system.write(by: .integration) { try $0.writeSalesDocument(invoice, to: state) }
  }

  private func integrated() throws -> SalesShop {
    try SalesShop(["issopintegrationenabled": .boolean(true)])
  }

  private let billed = EnteredState(OptionValue(0), OptionValue(4))

  @Test(
    "an invoice comes as billed, with the amounts that were given (SG-4, SD-3; R H-6, H-9, H-15)")
  func created() throws {
    let shop = try integrated()
    let ids = (0..<4).map { _ in shop.system.newID() }
    let outcome = try write(
      shop, invoice(shop, ids[0], lines: [(ids[1], 1), (ids[2], 2), (ids[3], 1)]), to: billed)
    guard case .written(let written) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(written.number == "103001")
    #expect(written.lines.map(\.id) == Array(ids[1...]))
    #expect(try shop.state("invoice", ids[0]) == [0, 4])
    #expect(try shop.fields("invoice", ids[0])["versionnumber"] == .integer(written.version))
    #expect(
      try shop.amounts("invoice", ids[0], "totalamount", "totalamountlessfreight", "totaltax")
        == ["1250", "1000", "-"])
    #expect(
      try shop.amounts("invoicedetail", ids[2], "baseamount", "extendedamount", "tax")
        == ["500", "600", "100"])
    #expect(try shop.amounts("invoicedetail", ids[2], "baseamount_base") == ["625"])
    let line = try shop.fields("invoicedetail", ids[3])
    #expect(line["sequencenumber"] == .integer(3))
    #expect(line["invoiceid"] == shop.lookup("invoice", ids[0]))
    #expect(line["invoicestatecode"] == option(0))
    #expect(line["versionnumber"] == .integer(try #require(written.lines.last?.version)))
  }

  @Test("without the switch Sales computes the same invoice itself (SD-3)")
  func computed() throws {
    let shop = try SalesShop()
    let ids = (0..<2).map { _ in shop.system.newID() }
    _ = try write(shop, invoice(shop, ids[0], lines: [(ids[1], 4)]))
    #expect(
      try shop.amounts("invoice", ids[0], "totallineitemamount", "totaltax", "totalamount")
        == ["1000", "200", "1200"])
    #expect(try shop.amounts("invoicedetail", ids[1], "extendedamount") == ["1200"])
  }

  @Test(
    "one that is there is opened and replaced, its lines kept by their ids, made or deleted (R H-19)"
  )
  func replaced() throws {
    let shop = try integrated()
    let ids = (0..<4).map { _ in shop.system.newID() }
    _ = try write(
      shop, invoice(shop, ids[0], lines: [(ids[1], 1), (ids[2], 2)]),
      to: EnteredState(OptionValue(2), OptionValue(100_002)))
    _ = try shop.system.change(
      "annotation",
      try shop.system.create(
        "annotation", ["objectid": shop.lookup("invoice", ids[0]), "notetext": .text("Mine")]
      ).get(), ["subject": .text("S")]
    ).get()
    var content = try invoice(shop, ids[0], lines: [(ids[3], 5), (ids[2], 3)], isNew: false)
    content.notes = [DocumentNote(shop.system.newID(), "From Business Central")]
    let outcome = try write(shop, content)
    guard case .written = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try shop.state("invoice", ids[0]) == [2, 100_002])
    #expect(try shop.system.record("invoicedetail", ids[1]) == nil)
    #expect(try shop.amounts("invoicedetail", ids[2], "quantity", "baseamount") == ["3", "750"])
    #expect(try shop.amounts("invoicedetail", ids[3], "quantity") == ["5"])
    let notes = try shop.system.find("annotation").compactMap {
      try shop.system.record("annotation", $0)?["notetext"]?.text
    }
    #expect(notes.sorted() == ["From Business Central", "Mine"])
    content.expected = 1
    #expect(try write(shop, content) == .stale)
    content = try invoice(shop, shop.system.newID(), lines: [], isNew: false)
    #expect(try write(shop, content) == .missing)
  }

  @Test("what is refused leaves nothing behind, and the next one is not touched by it")
  func refused() throws {
    let shop = try integrated()
    _ = try shop.system.change("product", shop.chair, ["statecode": option(1)]).get()
    let ids = (0..<4).map { _ in shop.system.newID() }
    let outcomes = try shop.system.write(by: .integration) { session in
      let refused = try session.writeSalesDocument(
        invoice(shop, ids[0], lines: [(ids[1], 1)]), to: billed)
      let empty = try session.writeSalesDocument(invoice(shop, ids[2], lines: []), to: billed)
      return [refused, empty]
    }
    #expect(
      outcomes[0]
        == .refused("invoice '103001': the product 'Chair' is not active and cannot be added"))
    guard case .written = outcomes[1] else {
      Issue.record("\(outcomes[1])")
      return
    }
    #expect(try shop.system.find("invoice") == [ids[2]])
    #expect(
      try write(shop, invoice(shop, ids[2], lines: []), to: billed)
        == .refused("invoice '103001': there is a record with this id already"))
    let wrong = try write(
      shop, invoice(shop, ids[3], lines: []),
      to: EnteredState(OptionValue(0), OptionValue(100_001)))
    #expect(
      wrong == .refused("invoice '103001': field 'statuscode' has a value that is none of 'Active'")
    )
  }
}
