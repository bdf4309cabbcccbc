import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("Wherever a process ends, each invoice is in Sales once, whole, in its state (B6, F26, F27)")
struct StoppedInvoiceTests {
  enum Story: String, CaseIterable, Sendable {
    case sent, sentPaid, paid, paidInPart, takenBack, cancelled

    /// What happened before the process that ends; the posted invoice.
    func begin(_ world: QuoteWorld) async throws -> Guid {
      let invoice = try world.postInvoice()
      switch self {
      case .sent: break
      case .sentPaid: try world.pay(invoice)
      case .paid, .paidInPart, .takenBack, .cancelled:
        try await world.send(invoice)
        try await world.synchronize("POSTEDSALESINV-INV")
      }
      switch self {
      case .sent, .sentPaid: break
      case .paid: try world.pay(invoice)
      case .paidInPart: try world.pay(invoice, 50)
      case .takenBack:
        try world.pay(invoice)
        try await world.synchronize("POSTEDSALESINV-INV")
        try world.bc.act(company: world.company) { try $0.unapply(invoice) }.get()
      case .cancelled:
        try world.bc.act(company: world.company) { _ = try $0.cancel(invoice) }.get()
      }
      return invoice
    }

    /// What the process does that ends.
    func act(_ world: QuoteWorld, _ invoice: Guid) async throws {
      switch self {
      case .sent, .sentPaid: try await world.send(invoice)
      case .paid, .paidInPart, .takenBack, .cancelled:
        try await world.synchronize("POSTEDSALESINV-INV")
      }
    }

    /// State and status in the end (R H-15 to H-18).
    var state: [Int32] {
      switch self {
      case .sent, .takenBack: [0, 4]
      case .sentPaid, .paid: [2, 100_001]
      case .paidInPart: [2, 100_002]
      case .cancelled: [3, 100_003]
      }
    }
  }

  /// All that counts in the end.
  private struct End: Equatable {
    var states: [[Int32?]] = []
    var totals: [DecimalValue?] = []
    var lines: [[DecimalValue?]] = []
    var lists: [String?] = []
    var prices: [DecimalValue?] = []
    var isCoupled = false
    var entries = 0
    var intents = 0
  }

  /// The job runs as it would, and a person who sent the invoice sends it again.
  private func end(_ world: QuoteWorld, _ invoice: Guid) async throws -> End {
    for _ in 0..<2 {
      try await world.send(invoice)
      try await world.synchronize("POSTEDSALESINV-INV")
    }
    func records(_ table: String) throws -> [[String: Value]] {
      try world.sales.find(table).compactMap { try world.sales.record(table, $0) }
    }
    var end = End()
    for header in try records("invoice") {
      end.states.append(["statecode", "statuscode"].map { header[$0]?.option?.rawValue })
      end.totals.append(header["totalamount"]?.decimal)
      #expect(header["pricelevelid"]?.lookup != nil)
    }
    end.lines = try records("invoicedetail").map { line in
      ["quantity", "priceperunit", "baseamount", "extendedamount"].map { line[$0]?.decimal }
    }.sorted { ($0[0] ?? 0) < ($1[0] ?? 0) }
    end.lists = try records("pricelevel").map { $0["name"]?.text }
    end.prices = try records("productpricelevel").map { $0["amount"]?.decimal }
    let mapping = try world.mapping("POSTEDSALESINV-INV")
    let state = world.integration.state
    end.isCoupled = try await state.couplings(mapping.pair, .bc, ids: [invoice])[0] != nil
    end.entries = try await state.entries(EntryQuery(mapping: mapping.name, limit: 10)).count
    end.intents = try await state.openIntents().count
    return end
  }

  @Test("before and after every write, and at every named moment", arguments: Story.allCases)
  func stopped(story: Story) async throws {
    let calm = try await QuoteWorld()
    let invoice = try await story.begin(calm)
    calm.stop.arm(nil)
    try await story.act(calm, invoice)
    let writes = calm.stop.writes
    #expect(writes > 0)
    let expected = try await end(calm, invoice)
    #expect(expected.states == [story.state])
    #expect(expected.lines == [[2, 30, 60, 60], [3, 40, 120, 120]])
    #expect(expected.totals == [180])
    #expect(expected.lists == ["Business Central Default Price List"])
    #expect(expected.prices == [40])
    #expect(expected.isCoupled && expected.entries == 0 && expected.intents == 0)

    var moments: [StopSwitch.Moment] = []
    for write in 1...writes { moments += [.before(write: write), .after(write: write)] }
    for checkpoint in Checkpoint.allCases {
      for turn in 1...2 { moments.append(.checkpoint(checkpoint, turn: turn)) }
    }
    for moment in moments {
      let world = try await QuoteWorld()
      let invoice = try await story.begin(world)
      world.stop.arm(moment)
      // It may have been over before that moment came.
      _ = try? await story.act(world, invoice)
      world.stop.arm(nil)
      #expect(try await end(world, invoice) == expected, "\(story), stopped \(moment)")
    }
  }

  @Test("a killed process leaves no state that the payments do not say, even for a run")
  func stateInBetween() async throws {
    let calm = try await QuoteWorld()
    let paid = try calm.postInvoice()
    try calm.pay(paid)
    calm.stop.arm(nil)
    try await calm.send(paid)
    for write in 1...calm.stop.writes {
      let world = try await QuoteWorld()
      let invoice = try world.postInvoice()
      try world.pay(invoice)
      world.stop.arm(.after(write: write))
      _ = try? await world.send(invoice)
      world.stop.arm(nil)
      // One run of whatever kind is enough, and none says that nothing was paid.
      try await world.send(invoice)
      let id = try #require(try world.sales.find("invoice").first)
      let header = try #require(try world.sales.record("invoice", id))
      #expect(header["statuscode"]?.option == OptionValue(100_001), "stopped after \(write)")
    }
  }
}

extension QuoteWorld {
  /// A posted invoice of an order of chairs, in two lines of 3 at 40 and 2 at 30.
  fileprivate func postInvoice() throws -> Guid {
    let order = bc.newID()
    func line(_ number: Int64, _ quantity: DecimalValue, _ price: DecimalValue) -> StatedRecord {
      StatedRecord(
        "Sales Line", id: bc.newID(),
        [
          "Document Type": .option(OptionValue(1)), "Document No.": .text("S-1"),
          "Line No.": .integer(number), "Type": .option(OptionValue(2)), "No.": .text("1000"),
          "Quantity": .decimal(quantity), "Unit of Measure Code": .text("PCS"),
          "Unit Price": .decimal(price),
        ])
    }
    try bc.create(
      together: [
        StatedRecord(
          "Sales Header", id: order,
          [
            "Document Type": .option(OptionValue(1)), "No.": .text("S-1"),
            "Sell-to Customer No.": .text("10000"), "VAT Bus. Posting Group": .text("DOMESTIC"),
          ]),
        line(10_000, 3, 40), line(20_000, 2, 30),
      ], company: company
    ).get()
    try bc.act(company: company) { _ = try $0.post(order, ship: true, invoice: true) }.get()
    return try #require(try bc.find("Sales Invoice Header", company: company).first)
  }

  fileprivate func pay(_ invoice: Guid, _ amount: DecimalValue? = nil) throws {
    try bc.act(company: company) { _ = try $0.pay(invoice, amount: amount) }.get()
  }

  fileprivate func send(_ invoice: Guid) async throws {
    _ = try await Synchronizer(integration).run(
      mapping("POSTEDSALESINV-INV"), .toSales, .create, ids: [invoice])
  }
}
