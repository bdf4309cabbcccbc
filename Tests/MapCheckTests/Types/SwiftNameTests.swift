import MapCheck
import MapRuntime
import MapSource
import Testing

@testable import MapLanguage

@Suite("names in Swift")
struct SwiftNameTests {
  private let nowhere = Span(startOf: 0)

  private func member(_ name: String, _ side: Side = .bc) -> String {
    let field = Field(
      name: Located(name, at: nowhere), type: Located(.integer, at: nowhere), span: nowhere)
    return SwiftName.member(of: field, on: side).written
  }

  @Test(
    "fields of BC become properties",
    arguments: [
      ("No.", "no"), ("Country/Region Code", "countryRegionCode"), ("E-Mail", "eMail"),
      ("Balance (LCY)", "balanceLCY"), ("VAT %", "vatPercent"), ("SystemId", "systemId"),
      ("Address 2", "address2"), ("Default", "`default`"), ("2nd Name", "_2ndName"),
      ("Größe", "groesse"), ("Self", "self_"), ("Price 2 3", "price2_3"), ("数", "u6570"),
      ("Key", "key_"),
    ])
  func fields(_ name: String, _ swift: String) {
    #expect(member(name) == swift)
  }

  @Test(
    "logical names of Sales stay",
    arguments: [("address1_line1", "address1_line1"), ("in", "`in`"), ("$label", "label")])
  func logicalNames(_ name: String, _ swift: String) {
    #expect(member(name, .sales) == swift)
  }

  @Test(
    "tables and mappings become types",
    arguments: [
      ("Salesperson/Purchaser", "SalespersonPurchaser"), ("G/L Account", "GLAccount"),
      ("bcbi_company", "BcbiCompany"), ("Type", "Type_"),
    ])
  func tables(_ name: String, _ swift: String) {
    let table = Table(side: .bc, name: Located(name, at: nowhere), fields: [])
    #expect(SwiftName.type(of: table).written == swift)
  }

  @Test(
    "mappings lose their capitals",
    arguments: [
      ("ITEM-PRODUCT", "ItemProduct"), ("PAYMENT TERMS", "PaymentTerms"), ("CUSTOMER", "Customer"),
      ("My Mapping", "MyMapping"),
    ])
  func mappings(_ name: String, _ swift: String) {
    let tables = MappingTables(
      bc: Located("A", at: nowhere), sales: Located("a", at: nowhere), salesOption: nil)
    let mapping = Mapping(name: Located(name, at: nowhere), tables: tables)
    #expect(SwiftName.type(of: mapping).written == swift)
  }

  @Test(
    "options become static members",
    arguments: [
      (" ", "blank"), ("Sales Inventory", "salesInventory"), ("2% 10 Net 30", "_2Percent10Net30"),
      ("-", "u002D"),
    ])
  func options(_ name: String, _ swift: String) {
    #expect(SwiftName.member(ofOption: name).written == swift)
  }

  @Test("whatever stands in a file, its name is ASCII letters, digits and '_'")
  func nothingBecomesCode() {
    for name in ["a; exit()", "`x`", "\u{202E}abc", "a\r\nb", "🙂", "Ça va?", "", "_", "9"] {
      let written = member(name)
      #expect(SwiftName.isIdentifier(written.filter { $0 != "`" }), "\(written)")
    }
  }
}
