import DefaultMappings
import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Whole documents of Business Central")
struct WholeDocumentTests {
  private typealias Content = DocumentContent<
    RecordContent<BC.SalesHeader>, RecordContent<BC.SalesLine>
  >

  private func columns(_ table: RecordTable, _ names: [String]) -> [Int] {
    names.compactMap(table.column)
  }

  private func set(_ columns: [Int]) -> FieldSet {
    var set = FieldSet()
    for column in columns { set.insert(column) }
    return set
  }

  /// An order for the customer; each line an item, how many, for how much, with what off.
  private func content(
    _ sample: SampleCompany, id: Guid,
    _ lines: [(String, DecimalValue, DecimalValue, DecimalValue)], isNew: Bool = true
  ) throws -> Content {
    let headers = columns(
      BC.SalesHeader.table, ["Document Type", "Sell-to Customer No.", "Your Reference"])
    let plan = try sample.system.plan(
      BC.SalesHeader.self, set(headers), order: headers, isNew: isNew, stampsCompany: false,
      by: .integration)
    var header = BC.SalesHeader.blank
    header.documentType = OptionValue(1)
    header.sellToCustomerNo = "10000"
    header.yourReference = "ORD-1"
    let fields = columns(
      BC.SalesLine.table, ["Type", "No.", "Quantity", "Unit Price", "Line Discount Amount"])
    let linePlan = try sample.system.plan(
      BC.SalesLine.self, set(fields), order: fields, isNew: true, stampsCompany: false,
      by: .integration)
    return Content(
      DocumentRecord(id, plan, RecordContent(header)),
      lines: lines.map { item, quantity, price, discount in
        var line = BC.SalesLine.blank
        line.type = OptionValue(2)
        line.no = item
        line.quantity = quantity
        line.unitPrice = price
        line.lineDiscountAmount = discount
        return DocumentLine(
          DocumentRecord(sample.system.newID(), linePlan, RecordContent(line)))
      }, isNew: isNew)
  }

  private func write(
    _ sample: SampleCompany, _ contents: [Content], isApart: Bool = false
  ) throws -> [DocumentOutcome] {
    try sample.system.write(
      documents: contents, isApart: isApart, by: .integration, company: sample.company)
  }

  private func written(_ outcome: DocumentOutcome?) throws -> WrittenDocument {
    guard case .written(let document) = outcome else {
      Issue.record("\(String(describing: outcome))")
      throw Refusal("not written")
    }
    return document
  }

  @Test("an imported order has the amounts of the two worked examples (E-28, E-33, E-34)")
  func imported() throws {
    let sample = try SampleCompany()
    let id = sample.system.newID()
    var content = try content(
      sample, id: id,
      [("1000", 12, number("49.95"), number("34.4")), ("1000", 1, 199, 0)])
    content.freight = DocumentFreight(number("24.90"), account: "6610")
    content.invoiceDiscount = number("40.56")
    let document = try written(try write(sample, [content]).first)
    #expect(document.number == "S-00001")
    #expect(document.lines.map(\.number) == [10_000, 20_000])
    try sample.act { try $0.release(id) }
    let lines = try sample.lines(of: id)
    #expect(lines.map { $0.number("Line Discount %") }.first == number("5.73907"))
    #expect(lines.map { $0.number("Line Amount") } == [565, 199, number("24.9")])
    #expect(lines.map { $0.number("Inv. Discount Amount") } == [30, number("10.56"), 0])
    #expect(lines.map { $0.number("Amount") } == [535, number("188.44"), number("24.9")])
    #expect(
      lines.map { $0.number("Amount Including VAT") }
        == [number("636.65"), number("224.24"), number("29.63")])
    let header = try sample.record("Sales Header", id)
    #expect(header.number("Amount Including VAT") == number("890.52"))
    #expect(header.number("Invoice Discount Amount") == number("40.56"))
    #expect(header.text("Your Reference") == "ORD-1")

    let other = sample.system.newID()
    var second = try self.content(
      sample, id: other,
      [("2000", 3, number("33.33"), 0), ("2000", 3, number("66.67"), number("0.01"))])
    second.invoiceDiscount = 30
    _ = try written(try write(sample, [second]).first)
    try sample.act { try $0.release(other) }
    #expect(
      try sample.lines(of: other).map { $0.number("Amount Including VAT") }
        == [number("96.29"), number("192.6")])
  }

  @Test("texts follow their line, notes their document, and both go with a new version (DK-11)")
  func textsAndNotes() throws {
    let sample = try SampleCompany()
    let id = sample.system.newID()
    var content = try content(sample, id: id, [("1000", 1, 10, 0), ("2000", 1, 10, 0)])
    content.lines[0].texts = ["with a bell", "and a basket"]
    content.notes = [DocumentNote(sample.system.newID(), "Call first")]
    let document = try written(try write(sample, [content]).first)
    #expect(document.lines.map(\.number) == [10_000, 40_000])
    let lines = try sample.lines(of: id)
    #expect(
      lines.map { $0.text("Description") } == ["Bicycle", "with a bell", "and a basket", "Book"])
    #expect(lines.map { $0["Attached to Line No."]?.integer } == [0, 10_000, 10_000, 0])
    #expect(try sample.records("Record Link").map { $0.text("Note") } == ["Call first"])

    let again = try self.content(sample, id: id, [("2000", 7, 10, 0)], isNew: false)
    let replaced = try written(try write(sample, [again]).first)
    #expect(replaced.number == document.number)
    #expect(replaced.version > document.version)
    #expect(try sample.lines(of: id).map { $0.number("Quantity") } == [7])
    #expect(try sample.records("Record Link").isEmpty)
    var stale = again
    stale.expected = document.version
    #expect(try write(sample, [stale]) == [.stale])
    let missing = try self.content(sample, id: sample.system.newID(), [], isNew: false)
    #expect(try write(sample, [missing]) == [.missing])
  }

  @Test(
    "one that is refused leaves nothing, not even its number, and stops no other",
    arguments: [true, false])
  func refused(isApart: Bool) throws {
    let sample = try SampleCompany()
    let ids = (0..<3).map { _ in sample.system.newID() }
    let contents = try [
      content(sample, id: ids[0], [("1000", 1, 10, 0)]),
      content(sample, id: ids[1], [("1000", 1, 10, 0), ("1000", 1, 10, 20)]),
      content(sample, id: ids[2], [("1000", 1, 10, 0)]),
    ]
    let outcomes = try write(sample, contents, isApart: isApart)
    #expect(
      outcomes[1]
        == .refused(
          "the new order, line 2 ('1000'): the line discount must be from 0 % to 100 %"))
    #expect(try written(outcomes[0]).number == "S-00001")
    #expect(try written(outcomes[2]).number == "S-00002")
    #expect(try sample.records("Sales Line").count == 2)
    #expect(
      try write(sample, [contents[0]]).first.map { if case .refused = $0 { true } else { false } }
        == true)
  }
}
