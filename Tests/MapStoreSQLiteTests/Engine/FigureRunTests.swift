import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("Figures that functions of the host work out (docs/language.md#tables, computed)")
struct FigureRunTests {
  private func entry(
    _ workshop: Workshop, _ customer: String, _ number: Int64, due: Int32, open: Int64
  ) throws {
    try workshop.add(
      "Cust. Ledger Entry",
      [
        "Entry No.": .integer(number), "Customer No.": .text(customer),
        "Due Date": .date(DateValue(days: due)), "Posting Date": .date(DateValue(days: 0)),
        "Remaining Amt. (LCY)": .decimal(DecimalValue(open)), "Open": .boolean(true),
        "Sales (LCY)": .decimal(DecimalValue(10)),
      ])
  }

  /// A customer with its account, on which its figures hang.
  private func customer(_ workshop: Workshop, _ number: String) async throws -> Guid {
    let id = try workshop.add("Customer", ["No.": .text(number), "Name": .text("Adatum")])
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    let report = try await Synchronizer(workshop.integration).run(
      mapping, .toSales, .create, ids: [id])
    #expect(report.counters.inserted == 1)
    return id
  }

  private func send(_ workshop: Workshop, _ ids: [Guid]) async throws -> JobCounters {
    let mapping = try #require(workshop.integration.mapping("ACCOUNT-STATISTICS"))
    return try await Synchronizer(workshop.integration).run(mapping, .toSales, .full, ids: ids)
      .counters
  }

  @Test("each record gets those of its own rows")
  func rows() async throws {
    let workshop = try Workshop()
    var ids: [Guid] = []
    for number in ["10000", "20000", "30000"] {
      ids.append(try await customer(workshop, number))
    }
    try entry(workshop, "10000", 1, due: -10, open: 40)
    try entry(workshop, "10000", 2, due: -5, open: 2)
    try entry(workshop, "20000", 3, due: -5, open: 7)
    #expect(try await send(workshop, ids).inserted == 3)
    var overdue: [String: DecimalValue] = [:]
    for row in try workshop.find("nav_accountstatistics") {
      overdue[row["nav_customerno"]?.text ?? ""] = row["nav_overdueamountslcy"]?.decimal
    }
    #expect(
      overdue == ["10000": DecimalValue(42), "20000": DecimalValue(7), "30000": .zero])
  }

  @Test("a row that comes later changes the figure")
  func change() async throws {
    let workshop = try Workshop()
    let id = try await customer(workshop, "10000")
    #expect(try await send(workshop, [id]).inserted == 1)
    #expect(try await send(workshop, [id]).unchanged == 1)
    try entry(workshop, "10000", 1, due: -10, open: 40)
    #expect(try await send(workshop, [id]).modified == 1)
    #expect(
      try workshop.find("nav_accountstatistics").first?["nav_overdueamountslcy"]
        == .decimal(DecimalValue(40)))
  }

  @Test("a customer without an account waits for it, and goes through once it is there (F6)")
  func sameRecord() async throws {
    let workshop = try Workshop()
    let id = try workshop.add("Customer", ["No.": .text("10000"), "Name": .text("Adatum")])
    let held = try await send(workshop, [id])
    #expect((held.held, held.inserted) == (1, 0))
    let entry = try #require(
      try await workshop.integration.state.entries(EntryQuery(mapping: "ACCOUNT-STATISTICS"))
        .first)
    #expect(entry.message == "waits for its own coupling by CUSTOMER")
    try await workshop.run("CUSTOMER")
    let mapping = try #require(workshop.integration.mapping("ACCOUNT-STATISTICS"))
    let released = try await Synchronizer(workshop.integration).releases(mapping, .toSales)
    #expect(released.counters.inserted == 1)
  }

  @Test("a preview shows them too")
  func preview() async throws {
    let workshop = try Workshop()
    let id = try await customer(workshop, "10000")
    try entry(workshop, "10000", 1, due: -10, open: 40)
    let mapping = try #require(workshop.integration.mapping("ACCOUNT-STATISTICS"))
    let preview = try #require(
      try await Preview(workshop.integration).records(mapping, .toSales, .create, ids: [id]).first)
    #expect(
      preview.fields.first { $0.field == "nav_overdueamountslcy" }?.new
        == .decimal(DecimalValue(40)))
  }
}
