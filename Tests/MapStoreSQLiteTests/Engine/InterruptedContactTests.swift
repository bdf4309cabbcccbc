import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

/// Business Central's own logic writes a contact again when the integration gives it a company: what
/// it adds is the integration's, and nobody's edit.
@Suite("A contact whose run ends after its write loses no edit (B6, R C-35)")
struct InterruptedContactTests {
  private let workshop: Workshop
  private let contacts: BoundMapping
  private let stranger: Stranger

  init() async throws {
    let stranger = Stranger()
    self.stranger = stranger
    workshop = try Workshop(
      change: { policy in
        if ["CUSTOMER", "CONTACT"].contains(policy.name) { policy.scope = .all }
      }, patience: 0.05,
      checkpoint: { point, folder in if point == .afterWrite { stranger.hold(folder) } })
    contacts = try #require(workshop.integration.mapping("CONTACT"))
    _ = try workshop.add("Customer", ["No.": .text("10000"), "Name": .text("Adatum")])
    try await workshop.run("CUSTOMER")
  }

  private func synchronize() async throws {
    _ = try await Synchronizer(workshop.integration).synchronize(contacts)
  }

  private func contact(_ fields: [String: Value]) throws -> Guid {
    let account = try #require(try workshop.sales.find("account").first)
    let all: [String: Value] = [
      "firstname": .text("Ann"), "lastname": .text("Zed"),
      "parentcustomerid": .lookup(Lookup(table: "account", id: account)),
    ]
    return try workshop.sales.create("contact", all.merging(fields) { $1 }, by: .person).get()
  }

  @Test("one that was just created and is edited in Sales meanwhile")
  func created() async throws {
    let id = try contact([:])
    stranger.arm()
    await #expect(throws: StoreFailure.self) { try await synchronize() }
    try stranger.letGo()
    _ = try workshop.sales.change("contact", id, ["mobilephone": .text("+49")], by: .person).get()
    for _ in 0..<2 { try await synchronize() }
    #expect(try await workshop.failures("CONTACT") == [])
    let found = try workshop.bc.find(
      "Contact", ["Surname": .text("Zed")], company: workshop.company)
    let made = try #require(found.first)
    let stored = try #require(
      try workshop.bc.record("Contact", made, company: workshop.company))
    #expect(stored["Mobile Phone No."] == .text("+49"))
    #expect(try workshop.sales.record("contact", id)?["mobilephone"] == .text("+49"))
  }
}
