import DefaultMappings
import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Rows of Business Central before they are written")
struct FilledRowTests {
  private typealias Header = RecordContent<BC.SalesHeader>

  /// An order of one item, not written yet.
  private func content(
    _ sample: SampleCompany, customer: String = "10000", item: String = "1000"
  ) throws -> DocumentContent<Header, RecordContent<BC.SalesLine>> {
    var line = BC.SalesLine.blank
    line.type = OptionValue(2)
    line.no = item
    line.quantity = 3
    let fields = set(["Type", "No.", "Quantity"], of: BC.SalesLine.table)
    let plan = try sample.system.plan(
      BC.SalesLine.self, fields, isNew: true, stampsCompany: false, by: .integration)
    return DocumentContent(
      try header(sample, sample.system.newID(), customer: customer),
      lines: [
        DocumentLine(DocumentRecord(sample.system.newID(), plan, RecordContent(line)))
      ], isNew: true)
  }

  private func header(
    _ sample: SampleCompany, _ id: Guid, customer: String = "10000", reference: String = ""
  ) throws -> DocumentRecord<Header> {
    var header = BC.SalesHeader.blank
    header.documentType = OptionValue(1)
    header.sellToCustomerNo = customer
    header.yourReference = reference
    let fields = set(
      ["Document Type", "Sell-to Customer No.", "Your Reference"], of: BC.SalesHeader.table)
    let plan = try sample.system.plan(
      BC.SalesHeader.self, fields, isNew: true, stampsCompany: false, by: .integration)
    return DocumentRecord(id, plan, RecordContent(header))
  }

  private func set(_ names: [String], of table: RecordTable) -> FieldSet {
    var set = FieldSet()
    for column in names.compactMap(table.column) { set.insert(column) }
    return set
  }

  /// Where the columns of a table's records are.
  private func places(_ table: RecordTable, _ sample: SampleCompany) throws -> [Int] {
    let layout = try sample.system.schema.table(table.name)
    return try table.columns.map { try #require(layout.column($0.name)) }
  }

  private func named(_ record: some TableRecord) -> [String: String] {
    let values = RecordValues(of: record).values
    let names = type(of: record).table.columns.map(\.name)
    return Dictionary(uniqueKeysWithValues: zip(names, values.map(\.description)))
  }

  private func write(
    _ sample: SampleCompany, _ content: DocumentContent<Header, RecordContent<BC.SalesLine>>,
    _ review: DocumentReview<Header>
  ) throws -> WrittenDocument {
    let outcome = try sample.system.write(by: .integration, company: sample.company.number) {
      try $0.write(content, review: review)
    }
    guard case .written(let document) = outcome else { throw Refusal("\(outcome)") }
    return document
  }

  @Test("what is seen of header and lines is what is written then, joined fields too")
  func seen() throws {
    let sample = try SampleCompany()
    let items = try sample.system.find(
      "Item", ["No.": .text("1000")], company: sample.company)
    try sample.change(
      "Item", try #require(items.first),
      [
        "Price Includes VAT": .boolean(true), "VAT Bus. Posting Gr. (Price)": .text("DOMESTIC"),
      ])
    let content = try content(sample)
    let headers = try places(BC.SalesHeader.table, sample)
    let lines = try places(BC.SalesLine.table, sample)
    var seen: (header: BC.SalesHeader, line: BC.SalesLine)?
    let written = try write(
      sample, content,
      DocumentReview(
        header: { _ in nil },
        whole: { header, rows in
          #expect(rows.count == 1)
          seen = (try header.record(headers), try rows[0].record(lines))
        }))
    let (header, line) = try #require(seen)
    #expect(line.itemPriceIncludesVAT == true)
    #expect(line.itemVATBusPostingGroup == "DOMESTIC")
    #expect(line.vatPercent == 19)
    let stored = try sample.record("Sales Header", written.id)
    for (name, value) in named(header) { #expect(stored.text(name) == value, "\(name)") }
    let storedLine = try sample.record("Sales Line", try #require(written.lines.first).id)
    for (name, value) in named(line) { #expect(storedLine.text(name) == value, "\(name)") }
  }

  @Test("another header takes the place of the one that was looked at, under the same number")
  func anotherHeader() throws {
    let sample = try SampleCompany()
    let content = try content(sample)
    let places = try places(BC.SalesHeader.table, sample)
    var looks = 0
    let written = try write(
      sample, content,
      DocumentReview(
        header: { row in
          looks += 1
          let filled: BC.SalesHeader = try row.record(places)
          return try header(
            sample, content.header.id, reference: "for \(filled.sellToCustomerNo)")
        },
        whole: { row, _ in
          let filled: BC.SalesHeader = try row.record(places)
          #expect(filled.yourReference == "for 10000")
        }))
    #expect(looks == 1)
    #expect(written.number == "S-00001")
    let stored = try sample.record("Sales Header", written.id)
    #expect(stored.text("Your Reference") == "for 10000")
    #expect(stored.text("Posting Description") == "Order S-00001")
    #expect(try sample.lines(of: written.id).count == 1)
    #expect(try sample.record("Sales Header", sample.order([])).text("No.") == "S-00002")
  }

  @Test("a field that is joined by something else than a key is read as if its row was there")
  func joinedByAnotherField() throws {
    let shown = FieldDescription(
      "Customer of the City", .code(length: 20), access: .read,
      join: JoinDescription("Customer", on: [KeyPair("City", "Sell-to City")], field: "No."))
    let tables = Program.tables.map { table in
      guard table.name == "Sales Header" else { return table }
      return TableDescription(
        table.side, table.name, key: table.key, fields: table.fields + [shown],
        roles: table.roles, parent: table.parent, states: table.states, address: table.address)
    }
    let sample = try SampleCompany(tables: tables)
    let place = try #require(
      try sample.system.schema.table("Sales Header").column("Customer of the City"))
    var seen: CustomerOfCity?
    _ = try write(
      sample, try content(sample),
      DocumentReview(
        header: { row in
          seen = try row.record([place])
          return nil
        }, whole: { _, _ in }))
    #expect(seen?.number == "10000")
  }
}

/// A header as far as the last test sees it.
private struct CustomerOfCity: TableRecord {
  static let table = RecordTable(
    .bc, "Sales Header", [.init("Customer of the City", .code(length: 20), access: .read)])
  static let blank = CustomerOfCity(number: "")
  var number: String

  init(number: String) { self.number = number }

  init(reading row: borrowing some RecordReader) { number = row.text(0) ?? "" }

  func write(to row: inout some RecordWriter) { row.write(number, 0) }

  func changes(from other: Self) -> FieldSet {
    var changes = FieldSet()
    changes.insert(0, if: number != other.number)
    return changes
  }
}
