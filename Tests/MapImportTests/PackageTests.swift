import MapSource
import Testing

@testable import MapImport

@Suite("Packages of Business Central")
struct PackageTests {
  @Test("tables come from namespaces within namespaces and from beside them, with number and key")
  func tables() throws {
    let system = try PackageReader.read([ShopPackage.file(ShopPackage.base)])
    #expect(system.tables.map(\.name).sorted() == ["Customer", "Payment Terms"])
    #expect(system["Customer"]?.number == 18)
    #expect(system["Customer"]?.key == ["No."])
  }

  @Test("fields have AL's types, lengths, places and options")
  func fields() throws {
    let system = try PackageReader.read([ShopPackage.file(ShopPackage.base)])
    let customer = try #require(system["Customer"])
    #expect(
      TableFileText.text(customer, origin: .packages) == """
        table: Customer
        number: 18
        key: [No.]
        fields:
          - { name: No., type: code(20), required: true }
          - { name: Name, type: text(100) }
          - { name: Credit Limit (LCY), type: decimal(5) }
          - { name: Weight, type: decimal(3) }
          - { name: Payment Terms Code, type: code(10), refers-to: Payment Terms }
          - { name: Blocked, type: option, values: { ' ': 0, Ship: 1, All: 3 } }
          - { name: Priority, type: option, values: { ' ': 0, Low: 1, Very High: 2 } }
          - { name: Balance, type: decimal(5), access: read }
          - { name: Modified, type: datetime }
          - { name: Other Enum, type: option, open: true }
          - { name: SystemId, type: guid, access: read, required: true, default: system }
          - { name: SystemCreatedAt, type: datetime, access: read, required: true, default: system }
          - { name: SystemModifiedAt, type: datetime, access: read, required: true, default: system }

        """)
    #expect(customer.leftOut == 1)
  }

  @Test(
    "an extension adds its fields and its values of enums, also to a table that it does not have")
  func extensions() throws {
    let system = try PackageReader.read([
      ShopPackage.file(ShopPackage.addition), ShopPackage.file(ShopPackage.base),
    ])
    let customer = try #require(system["Customer"])
    #expect(customer["Loyalty Points"]?.kind == .integer(mayBeOption: false))
    #expect(customer.fields.last?.name == "SystemModifiedAt")
    #expect(customer.line("Blocked")?.contains("Review: 50100") == true)
    #expect(system["Item"]?.isExtension == true)
    #expect(system["Item"]?.fields.map(\.name) == ["Shelf"])
  }

  @Test("a package without a header, and one that is ready to run, are read too")
  func shapes() throws {
    let plain = ZipWriter.zip(ShopPackage.entries(ShopPackage.base))
    #expect(try PackageReader.read([SourceFile(path: "a.app", bytes: plain)]).tables.count == 2)
    let wrapped = ZipWriter.package([
      ZipWriter.Entry("readytorunappmanifest.json", "{}"),
      ZipWriter.Entry("Shop.app", bytes: ShopPackage.file(ShopPackage.base).bytes),
    ])
    #expect(try PackageReader.read([SourceFile(path: "a.app", bytes: wrapped)]).tables.count == 2)
    var stored = ShopPackage.entries(ShopPackage.base)
    stored[2].isStored = true
    let unpacked = SourceFile(path: "a.app", bytes: ZipWriter.package(stored))
    #expect(try PackageReader.read([unpacked]).tables.count == 2)
  }
}
