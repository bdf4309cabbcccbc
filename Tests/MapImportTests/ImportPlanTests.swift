import MapSource
import Testing

@testable import MapImport

@Suite("What an import writes")
struct ImportPlanTests {
  @Test(
    "a file that cannot be read, or into which nothing can be put, keeps all from being written")
  func refused() {
    let system = SystemDescription.account(
      SystemField(name: "name", kind: .text(length: 9)),
      SystemField(name: "fax", kind: .text(length: 8)))
    func findings(_ text: String) -> [String] {
      ImportPlan(
        system, tables: system.tables,
        into: [SourceFile(path: "schemas/sales/account.yaml", text: text)]
      ).findings.map(\.name)
    }
    #expect(findings("table: account\nkey: [accountid\n").contains("yaml-syntax"))
    #expect(findings("table: account\nkey: [accountid]\nfields: []\n") == ["system-file"])
    let anchors =
      "table: account\nkey: [accountid]\nfields:\n  - &n { name: name, type: text(5) }\n  - *n\n"
    #expect(!findings(anchors).isEmpty)
  }

  @Test("a package that only adds fields makes no file, and adds them to one that is there")
  func extensions() throws {
    let system = try PackageReader.read([ShopPackage.file(ShopPackage.addition)])
    #expect(ImportPlan(system, tables: system.tables, into: []).hidden == ["Customer", "Item"])
    let text =
      "table: Item\nkey: [No.]\nfields:\n  - { name: No., type: code(20), required: true }\n"
    #expect(
      try MergedFile.text(text, system, path: "schemas/bc/Item.yaml")
        == text + "  - { name: Shelf, type: code(10) }\n")
  }

  @Test("no name of a table leads out of the folder, takes another's file, or is none")
  func names() {
    let names = ["../../etc/x", "A/B", "A B", "a b", "", String(repeating: "x", count: 300)]
    let tables = names.map { name in
      SystemTable(
        name: name, key: ["k"], fields: [SystemField(name: "k", kind: .integer(mayBeOption: false))]
      )
    }
    let plan = ImportPlan(
      SystemDescription(origin: .packages, tables: tables), tables: tables, into: [])
    #expect(plan.changes.map(\.path) == ["schemas/bc/.._.._etc_x.yaml", "schemas/bc/A_B.yaml"])
    #expect(plan.hidden == Array(names.dropFirst(2)))
  }
}
