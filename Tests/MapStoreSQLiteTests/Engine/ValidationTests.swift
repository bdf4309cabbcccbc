import DefaultMappings
import MapRuntime
import MapStoreSQLite
import MapSync
import Synchronization
import Testing

@Suite("BC's field logic, and leaving it out (F13; docs/language.md#field-maps, validate)")
struct ValidationTests {
  private static func columns(_ names: String...) -> FieldSet {
    names.reduce(into: FieldSet()) { set, name in
      BC.Customer.table.column(name).map { set.insert($0) }
    }
  }

  /// A customer with terms that nobody knows.
  private func customer(_ workshop: Workshop, unvalidated: FieldSet) -> NewRecord<BC.Customer> {
    var customer = BC.Customer.blank
    customer.name = "Adatum"
    customer.paymentTermsCode = "XX"
    return NewRecord(
      id: workshop.bc.newID(), record: customer, columns: BC.Customer.table.creatable,
      unvalidated: unvalidated)
  }

  @Test("a code that names nothing is refused, unless the column is not validated")
  func create() async throws {
    let workshop = try Workshop()
    let store = workshop.integration.bc
    let refused = try await store.create([customer(workshop, unvalidated: FieldSet())])
    guard case .refused(let sentence) = refused[0] else {
      Issue.record("\(refused)")
      return
    }
    #expect(sentence.contains("'Payment Terms Code'"), "\(sentence)")
    let other = try await store.create([customer(workshop, unvalidated: Self.columns("Name"))])
    guard case .refused = other[0] else {
      Issue.record("\(other)")
      return
    }
    let taken = try await store.create([
      customer(workshop, unvalidated: Self.columns("Payment Terms Code"))
    ])
    guard case .written(let id, _) = taken[0] else {
      Issue.record("\(taken)")
      return
    }
    let stored = try await store.records(BC.Customer.self, ids: [id])
    #expect(stored.first?.record.paymentTermsCode == "XX")
  }

  @Test("the shipped mappings leave it out where their files say so, creating and changing")
  func shipped() async throws {
    let workshop = try Workshop { policy in
      guard policy.name == "CUSTOMER" else { return }
      policy.scope = .all
      policy.creates = policy.directions
    }
    let old = workshop.integration
    let seen = Mutex<[FieldSet]>([])
    let bc = SmallPages(store: old.bc, batchSize: 100) { columns in
      seen.withLock { $0.append(columns) }
    }
    let integration = Integration(
      mappings: old.mappings, bc: bc, sales: old.sales, state: old.state, company: old.company,
      tables: old.tables, settings: old.settings, localCurrency: old.localCurrency,
      clock: old.clock)
    let mapping = try #require(integration.mapping("CUSTOMER"))
    let account = try workshop.sales.create(
      "account",
      ["name": .text("Adatum"), "customertypecode": .option(OptionValue(3))], by: .person
    ).get()
    _ = try await Synchronizer(integration).synchronize(mapping)
    _ = try workshop.sales.change("account", account, ["name": .text("Adatum Ltd")]).get()
    _ = try await Synchronizer(integration).synchronize(mapping)
    let logic = Self.columns("Contact", "Country/Region Code")
    #expect(seen.withLock { $0 } == [logic, logic])
  }
}
