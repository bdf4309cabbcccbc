import EmbeddedSystems
import MapRuntime
import Testing

@Suite("A file and the tables that it is opened with")
struct SchemaTests {
  private static func customer(_ more: FieldDescription...) -> [TableDescription] {
    [
      TableDescription(
        .bc, "Customer", key: ["No."],
        fields: [
          FieldDescription("No.", .code(length: 20), required: true),
          FieldDescription("Name", .text(length: 100)),
        ] + more)
    ]
  }

  private let file = TemporaryFile()

  private func open(_ tables: [TableDescription]) throws -> EmbeddedSystem {
    try EmbeddedSystem(path: file.path, side: .bc, tables: tables)
  }

  /// A file with one customer.
  private func filled() throws -> (Guid, Company) {
    let system = try open(Self.customer())
    let company = try system.createCompany("CRONUS")
    let id = try system.create("Customer", ["No.": .text("C1")], company: company).get()
    try system.close()
    return (id, company)
  }

  @Test("a new field and a new table are added; what is there keeps its values")
  func extended() throws {
    let (id, company) = try filled()
    let code = FieldDescription("Code", .code(length: 10), required: true)
    let terms = TableDescription(.bc, "Payment Terms", key: ["Code"], fields: [code])
    let system = try open(
      Self.customer(
        FieldDescription("Credit", .money),
        FieldDescription(
          "Payment Terms Code", .code(length: 10),
          refersTo: [ReferenceDescription("Payment Terms")])) + [terms])
    #expect(try system.record("Customer", id)?["No."] == .text("C1"))
    #expect(try system.record("Customer", id)?["Credit"] == .decimal(.zero))
    _ = try system.create("Payment Terms", ["Code": .text("14D")], company: company).get()
    #expect(
      try system.change(
        "Customer", id, ["Payment Terms Code": .text("14D")], company: company
      ).get())
    try system.close()
    // A program that does not know them opens the file all the same, and leaves them alone.
    try open(Self.customer()).close()
    let later = try open(Self.customer(FieldDescription("Credit", .money)) + [terms])
    #expect(try later.find("Payment Terms", company: company).count == 1)
  }

  @Test("a field of another type is refused by name, and the file is left as it is")
  func otherType() throws {
    let (id, _) = try filled()
    try open(Self.customer(FieldDescription("Credit", .money))).close()
    #expect(
      throws: SystemFailure.unusable(
        "'\(file.path)': field 'Credit' of 'Customer' has another type there; start with a new"
          + " file")
    ) { try open(Self.customer(FieldDescription("Credit", .text(length: 10)))) }
    let system = try open(Self.customer(FieldDescription("Credit", .money)))
    #expect(try system.record("Customer", id)?["Credit"] == .decimal(.zero))
  }

  @Test("two writers at once lose nothing: each waits for the other")
  func twoWriters() async throws {
    let (_, company) = try filled()
    let systems = [try open(Self.customer()), try open(Self.customer())]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (writer, system) in systems.enumerated() {
        group.addTask {
          for number in 0..<100 {
            _ = try system.create(
              "Customer", ["No.": .text("\(writer)-\(number)")], company: company
            ).get()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try systems[0].find("Customer", company: company).count == 201)
    #expect(try systems[1].find("Customer", company: company).count == 201)
  }
}
