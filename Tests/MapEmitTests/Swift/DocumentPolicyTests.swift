import MapCompiler
import MapSource
import Testing

/// Each key of a document reaches the generated policy, with what its author says.
@Suite("Printed policies of documents")
struct DocumentPolicyTests {
  private func printed(_ change: (from: String, to: String)? = nil) throws -> String {
    var files = Self.files
    if let change {
      #expect(files.contains { $0.value.contains(change.from) }, "\(change.from)")
      files = files.mapValues { $0.replacing(change.from, with: change.to) }
    }
    let compilation = Compiler.check(
      files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) })
    #expect(compilation.findings.map(\.message) == [])
    let generated = try #require(compilation.generated)
    return generated.filter { $0.name.hasPrefix("Mapping_") }.map { file in
      // Up to the rules, which tell lines of the file.
      file.text.split(separator: "public static let rules").first.map(String.init) ?? ""
    }.joined()
  }

  @Test(
    "change with every key",
    arguments: [
      ("Closed: ignore", "Closed: refuse"),
      ("enabled-by: take", "enabled-by: other"),
      ("when: { sales: { sent: empty } }", "when: { sales: { sent: not empty } }"),
      ("created: { state: Active/Open,", "created: { state: Active/Sent,"),
      ("sent: $today", "sent: empty"),
      ("bc: { Kind: Rush }", "bc: { Kind: Plain }"),
      ("uncouple: true", "uncouple: false"),
      ("archive: parentid", "archive: otherid"),
      ("release: true", "release: false"),
      ("call: hook", "call: hook-2"),
      ("notes: to-bc", ""),
      ("from: freight,", "from: freight2,"),
      ("account: $account", "account: '6610'"),
      ("from: [discount]", "from: [discount, percent]"), ("lines: sum", "lines: freight2"),
      ("rest: rest", "rest: freight2"),
      ("same: quotenumber", "same: name"),
      ("number: revision,", "number: revision2,"),
      ("earlier: Closed/Revised", "earlier: Closed/Lost"),
      ("then: [archive, replace]", "then: [archive, new]"),
      ("salesorder, by: quoteid", "salesorder, by: quote2id"),
      ("submitted: [create-order]", "submitted: [create-order, archive]"),
      ("not-submitted: [release]", "not-submitted: [archive]"),
      ("missing: refuse", "missing: ignore"),
      ("order-by: sequence", "order-by: quantity"),
      (
        "write-in: { when: { sales: { productid: empty } }",
        "write-in: { when: { sales: { sequence: empty } }"
      ),
      ("No.: $number", "No.: W1"),
      ("from: [description]", "from: [description, text]"),
      ("product: keep", "product: begin"),
      ("write-in: begin }", "write-in: keep }"),
      ("note: $today", "note: 2026-01-15"),
    ])
  func changes(from: String, to: String) throws {
    #expect(try printed((from, to)) != printed())
  }

  @Test("a mapping that is no document has none")
  func none() throws {
    let text = try printed()
    #expect(text.components(of: "static let document").count == 3)
    #expect(!text.contains("isDocument"))
  }

  private static let files = [
    "mappings/project.yaml": """
    project: example
    settings:
      take: { type: boolean, default: false }
      other: { type: boolean, default: false }
      account: { type: code(20) }
      type: { type: option, values: [Item, Resource] }
      number: { type: code(20) }

    """,
    "schemas/bc/Item.yaml": """
    table: Item
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }

    """,
    "schemas/bc/Sales_Header.yaml": """
    table: Sales Header
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Document Type, type: option, values: { Quote: 0, Order: 1 } }
      - { name: Kind, type: option, values: { Plain: 1, Rush: 2 } }
      - { name: Your Reference, type: text(35) }

    """,
    "schemas/bc/Sales_Line.yaml": """
    table: Sales Line
    key: [Document No., Line No.]
    parent: { table: Sales Header, by: { No.: Document No. } }
    fields:
      - { name: Document No., type: code(20), required: true, refers-to: Sales Header }
      - { name: Line No., type: integer, required: true, default: next-line }
      - { name: Type, type: option, values: { ' ': 0, Item: 2, Resource: 3 } }
      - { name: No., type: code(20), refers-to: { by: Type, Item: Item } }
      - { name: Quantity, type: decimal(5) }

    """,
    "schemas/sales/quote.yaml": """
    table: quote
    key: [quoteid]
    states:
      field: statecode
      status: statuscode
      values:
        Draft: { value: 0, statuses: { In Progress: 1 }, next: [Active] }
        Active: { value: 1, statuses: { Open: 2, Sent: 3 }, next: [Draft, Closed], locked: true }
        Closed: { value: 2, statuses: { Lost: 5, Revised: 7 }, locked: true }
    fields:
      - { name: quoteid, type: guid, access: create, required: true, default: system }
      - { name: quotenumber, type: text(35) }
      - { name: name, type: text(35) }
      - { name: revision, type: integer }
      - { name: revision2, type: integer }
      - { name: freight, type: money }
      - { name: freight2, type: money }
      - { name: discount, type: money }
      - { name: sum, type: money }
      - { name: rest, type: money }
      - { name: percent, type: decimal(2) }
      - { name: sent, type: date }
      - { name: parentid, type: lookup, refers-to: quote }
      - { name: otherid, type: lookup, refers-to: quote }
      - { name: note, type: date }

    """,
    "schemas/sales/salesorder.yaml": """
    table: salesorder
    key: [salesorderid]
    fields:
      - { name: salesorderid, type: guid, access: create, required: true, default: system }
      - { name: quoteid, type: lookup, refers-to: quote }
      - { name: quote2id, type: lookup, refers-to: quote }
      - { name: ordernumber, type: text(35) }

    """,
    "schemas/sales/quotedetail.yaml": """
    table: quotedetail
    key: [quotedetailid]
    parent: { table: quote, by: quoteid }
    fields:
      - { name: quotedetailid, type: guid, access: create, required: true, default: system }
      - { name: quoteid, type: lookup, required: true, refers-to: quote }
      - { name: productid, type: lookup, refers-to: product }
      - { name: sequence, type: integer }
      - { name: quantity, type: decimal(5) }
      - { name: description, type: text(200) }
      - { name: text, type: text(200) }

    """,
    "mappings/QUOTE.yaml": """
    mapping: QUOTE
    tables: { bc: Sales Header, sales: quote }
    direction: to-bc
    scope: all
    filter: { bc: { Document Type: Quote } }
    states: { Draft: ignore, Active: take-in, Closed: ignore }
    create: { to-bc: { enabled-by: take, when: { sales: { sent: empty } } } }
    after:
      created: { state: Active/Open, set: { sales: { sent: $today }, bc: { Kind: Rush } }, call: hook }
      won: { uncouple: true, archive: parentid }
      revised: { release: true, uncouple: false }
    notes: to-bc
    freight: { from: freight, account: $account }
    invoice-discount: { from: [discount], lines: sum, rest: rest }
    versions: { same: quotenumber, number: revision, earlier: Closed/Revised, then: [archive, replace] }
    won: { state: Active, order: { sales: salesorder, by: quoteid }, submitted: [create-order], not-submitted: [release], missing: refuse }
    fields:
      - { bc: Document Type, constant: Quote }
      - { bc: Your Reference, sales: quotenumber }

    """,
    "mappings/QUOTE-LINE.yaml": """
    mapping: QUOTE-LINE
    tables: { bc: Sales Line, sales: quotedetail }
    parent: QUOTE
    direction: to-bc
    create: { to-bc: true }
    order-by: sequence
    write-in: { when: { sales: { productid: empty } }, product: { Type: $type, No.: $number } }
    overflow: { from: [description], into: comment-lines, description: { product: keep, write-in: begin } }
    fields:
      - { bc: Quantity, sales: quantity }

    """,
    "mappings/PLAIN.yaml": """
    mapping: PLAIN
    tables: { bc: Sales Header, sales: salesorder }
    direction: to-sales
    filter: { bc: { Document Type: Order } }
    write-back: { QUOTE-BACK: { note: $today } }
    fields:
      - { bc: Your Reference, sales: ordernumber }

    """,
    "mappings/QUOTE-BACK.yaml": """
    mapping: QUOTE-BACK
    tables: { bc: Sales Header, sales: quote }
    direction: to-sales
    filter: { bc: { Document Type: Order } }
    fields:
      - { bc: Your Reference, sales: name }

    """,
  ]
}

extension String {
  fileprivate func components(of text: String) -> [Substring] {
    split(separator: text, omittingEmptySubsequences: false).dropFirst().map { $0 }
  }
}
