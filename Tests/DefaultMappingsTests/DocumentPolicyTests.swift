import DefaultMappings
import MapCheck
import MapCompiler
import MapPlan
import MapRuntime
import Testing

/// What the shipped documents do, as the engine gets it.
@Suite("Policies of documents")
struct DocumentPolicyTests {
  private static let freight = DocumentPolicy.Freight(
    from: "freightamount", account: .variable(.setting("freight-account", .code(length: 20))))

  private func document(
    _ mapping: String, under features: String...
  ) throws -> DocumentPolicy? {
    let checked = try #require(try ShippedProject.compilation().checked)
    let set = checked.features.set(turningOn: features)
    let mappings = Program.mappings(Set(checked.features.names(of: set)))
    return try #require(mappings.first { $0.policy.name == mapping }).document
  }

  private func rules(_ policy: DocumentPolicy?) -> [String: StateRule] {
    Dictionary(
      uniqueKeysWithValues: policy?.states?.answers.map { ($0.state.name, $0.rule) } ?? [])
  }

  @Test(
    "what is compiled is what was checked, under all features",
    arguments: try ShippedProject.features())
  func compiled(features: [String]) throws {
    let checked = try #require(try ShippedProject.compilation().checked)
    let set = checked.features.set(turningOn: features)
    for mapping in Program.mappings(Set(checked.features.names(of: set))) {
      let place = try #require(checked.place(of: mapping.policy.name))
      let form = try #require(checked.mapping(place, in: set))
      #expect(mapping.document == form.document, "\(mapping.policy.name)")
    }
  }

  @Test("documents, their lines and statistics have one, and nothing else has")
  func mappings() {
    let features: Set = ["person-ownership", "unit-groups", "price-lists", "one-way-orders"]
    let named = Program.mappings(features).filter { $0.document != nil }.map { $0.policy.name }
    #expect(
      named.sorted() == [
        "ACCOUNT-STATISTICS", "ORDER", "ORDER-LINE", "POSTEDSALESINV-INV", "POSTEDSALESLINE-INV",
        "QUOTE", "QUOTE-LINE", "SALESORDER-ORDER",
      ])
  }

  @Test("a submitted order is taken in by itself where that is on and it was never handed over")
  func order() throws {
    let policy = try #require(Mapping.Order.document)
    #expect(policy.kind == .order)
    #expect(policy.states?.field == "statecode" && policy.states?.status == "statuscode")
    #expect(
      rules(policy) == [
        "Active": .ignore, "Submitted": .takeIn, "Canceled": .ignore, "Fulfilled": .ignore,
        "Invoiced": .ignore,
      ])
    #expect(policy.states?.rule(in: OptionValue(1)) == .takeIn)
    let day = DateValue(year: 1900, month: 1, day: 1)
    #expect(
      policy.creation == [
        .init(
          direction: .toBC, enabledBy: "auto-create-sales-orders",
          when: .init(
            sales: Condition([
              .init(
                "lastbackofficesubmit",
                .anyOf([.empty, .equals(.value(day.map(Value.date) ?? .empty))]))
            ])))
      ])
    #expect(
      policy.effects == [
        .init(
          event: .created,
          setSales: [.init(field: "lastbackofficesubmit", value: .variable(.today))],
          archive: "quoteid")
      ])
    #expect(policy.notes == .toBC && policy.timeline.isEmpty)
    #expect(policy.freight == Self.freight)
    #expect(
      policy.invoiceDiscount
        == .init(
          from: ["discountamount"], lines: "totallineitemamount",
          percentage: .init(
            field: "discountpercentage", places: "transactioncurrency_currencyprecision")))
    #expect(policy.versions == nil && policy.won == nil)
    #expect(
      Mapping.Order.refusals.map(\.because) == [
        "the order was already invoiced in Business Central",
        "it has no customer: choose an account in Sales",
        "its contact has no account: give the contact one in Sales, or choose an account instead",
        "its account is no customer: make its relationship type Customer in Sales, or choose another account",
      ])
  }

  private static let invoiceDiscount = DocumentPolicy.InvoiceDiscount(
    from: ["discountamount", "discountpercentage"], lines: "totallineitemamount",
    rest: "totalamountlessfreight")

  @Test("the lines of an order come in their sequence, with what stands for a missing product")
  func orderLine() throws {
    let number = Operand.variable(.setting("write-in-product-number", .code(length: 20)))
    #expect(
      Mapping.OrderLine.document
        == DocumentPolicy(
          orderBy: "sequencenumber",
          writeIn: .init(
            when: .init(sales: Condition([.init("productid", .empty)])),
            product: [
              .init(
                field: "Type", value: .variable(.optionSetting("write-in-product-type", [2, 3]))),
              .init(field: "No.", value: number),
            ]),
          overflow: .init(
            from: ["description", "productdescription"], product: .keep, writeIn: .begin)))
  }

  @Test("a quote's new version archives a copy and fills the BC quote again; a won one is settled")
  func quote() throws {
    let policy = try #require(Mapping.Quote.document)
    #expect(policy.kind == .quote)
    #expect(
      rules(policy) == ["Draft": .ignore, "Active": .takeIn, "Won": .takeIn, "Closed": .ignore])
    #expect(policy.creation == [.init(direction: .toBC, enabledBy: "auto-process-quotes")])
    #expect(
      policy.versions
        == .init(
          same: "quotenumber", number: "revisionnumber",
          earlier: .init(name: "Closed/Revised", state: OptionValue(3), status: OptionValue(7)),
          then: [.archive, .replace]))
    #expect(
      policy.won
        == .init(
          state: .init(name: "Won", state: OptionValue(2)),
          order: .init(table: "salesorder", by: "quoteid"), submitted: [.createOrder, .archive],
          notSubmitted: [.release], missing: .refuse))
    #expect(policy.notes == .toBC && policy.freight == Self.freight)
    #expect(Mapping.QuoteLine.document?.overflow?.writeIn == .keep)
  }

  @Test("one way, BC's changes come back to orders that were submitted, and a deletion undoes it")
  func oneWay() throws {
    let policy = try #require(try document("SALESORDER-ORDER", under: "one-way-orders"))
    #expect(
      rules(policy) == [
        "Active": .ignore, "Submitted": .update, "Canceled": .ignore, "Fulfilled": .update,
        "Invoiced": .ignore,
      ])
    #expect(policy.effects.map(\.event) == [.updated, .completelyInvoiced, .deleted])
    #expect(
      policy.effect(of: .deleted)
        == .init(
          event: .deleted,
          state: .init(name: "Active/Pending", state: OptionValue(0), status: OptionValue(2)),
          setSales: [.init(field: "lastbackofficesubmit", value: .value(.empty))],
          uncouples: true))
    #expect(policy.effect(of: .completelyInvoiced)?.uncouples == true)
    #expect(policy.timeline == [.released, .shipped, .invoiced] && policy.notes == .toSales)
    #expect(policy.freight == nil && policy.creation.isEmpty)
  }

  @Test("both ways, submitted orders are taken in, and shipped ones become fulfilled")
  func bothWays() throws {
    let policy = try #require(try document("SALESORDER-ORDER", under: "both-way-orders"))
    #expect(policy.states?.rule(in: OptionValue(1)) == .takeIn)
    #expect(
      policy.effects.map(\.event) == [
        .updated, .completelyShipped, .completelyInvoiced, .deleted, .created,
      ])
    #expect(policy.effect(of: .created)?.archive != nil, "a won quote is archived")
    #expect(policy.effect(of: .deleted) == .init(event: .deleted, uncouples: true))
    #expect(
      policy.effect(of: .completelyShipped)?.state
        == .init(name: "Fulfilled/Complete", state: OptionValue(3), status: OptionValue(100_001)))
    #expect(policy.timeline.isEmpty && policy.notes == .both)
    #expect(policy.freight == Self.freight && policy.invoiceDiscount == Self.invoiceDiscount)
    let lines = try #require(try document("SOLINE-ORDERDETAIL", under: "both-way-orders"))
    #expect(lines.states == nil && lines.writeIn?.product.map(\.field) == ["Type", "No."])
  }

  @Test("posted invoices go by their job where that is on, and follow what is paid")
  func invoice() throws {
    let policy = try #require(Mapping.PostedsalesinvInv.document)
    #expect(policy.kind == .postedInvoice)
    #expect(policy.creation == [.init(direction: .toSales, enabledBy: "auto-send-invoices")])
    #expect(Mapping.PostedsalesinvInv.policy.scope == .all)
    #expect(
      policy.effects.map { "\($0.event.rawValue): \($0.state?.name ?? "")" } == [
        "created: Active/Billed", "unpaid: Active/Billed", "paid-partly: Paid/Partial",
        "paid: Paid/Complete", "cancelled: Canceled/Canceled",
      ])
    #expect(policy.effect(of: .paid)?.state?.status == OptionValue(100_001))
    #expect(
      rules(policy) == [
        "Active": .update, "Closed": .ignore, "Paid": .stateOnly, "Canceled": .stateOnly,
      ])
  }

  @Test("a customer's row of statistics is written back to its account")
  func statistics() {
    #expect(
      Mapping.AccountStatistics.document
        == DocumentPolicy(
          writeBack: [
            .init(
              mapping: "CUSTOMER",
              set: [.init(field: "nav_accountstatisticsid", value: .variable(.partner))])
          ]))
  }

  @Test("every field that a policy names is in the record that the engine reads")
  func columns() {
    let order = Set(Sales.Salesorder.table.columns.map(\.name))
    #expect(
      order.isSuperset(of: [
        "statecode", "statuscode", "lastbackofficesubmit", "quoteid", "freightamount",
        "discountamount", "discountpercentage",
      ]))
    let line = Set(Sales.Salesorderdetail.table.columns.map(\.name))
    #expect(line.isSuperset(of: ["sequencenumber", "description", "productdescription"]))
    let quote = Set(Sales.Quote.table.columns.map(\.name))
    #expect(quote.isSuperset(of: ["quotenumber", "revisionnumber", "statuscode"]))
    #expect(Sales.Account.table.column("nav_accountstatisticsid") != nil)
  }

  @Test("the setup says which item or resource stands for lines without a product")
  func writeInProducts() {
    func numbers(_ settings: [String: Value]) -> [String: String] {
      let run = RunValues(now: DateTimeValue(milliseconds: 0), settings: settings)
      return Dictionary(
        uniqueKeysWithValues: Program.writeInProducts.compactMap { product in
          product.number(in: run).map { (product.table, $0) }
        })
    }
    #expect(Program.writeInProducts.map(\.table) == ["Item", "Resource"])
    #expect(numbers([:]) == [:])
    #expect(numbers(["write-in-product-number": .text("W1")]) == [:])
    let item: [String: Value] = [
      "write-in-product-type": .option(OptionValue(0)), "write-in-product-number": .text("w1 "),
    ]
    #expect(numbers(item) == ["Item": "W1"])
    let resource: [String: Value] = [
      "write-in-product-type": .option(OptionValue(1)), "write-in-product-number": .text("W1"),
    ]
    #expect(numbers(resource) == ["Resource": "W1"])
  }
}
