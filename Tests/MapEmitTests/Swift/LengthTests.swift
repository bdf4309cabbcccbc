import MapCompiler
import MapEmit
import MapSource
import Testing

@Suite("The length of generated files")
struct LengthTests {
  @Test("no file of the shipped mappings has 2,500 lines")
  func shipped() throws {
    for file in try #require(Compiler.check(try Shipped.files()).generated) {
      #expect(file.text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) < 2500, "\(file.name)")
    }
  }

  @Test("variants that convert the same share one conversion")
  func shared() throws {
    let files = try #require(Compiler.check(try Shipped.files()).generated)
    let text = try #require(files.first { $0.name == "Mapping_SALESORDER-ORDER.swift" }).text
    // Towards BC, who owns a record makes no difference.
    #expect(
      text.contains(
        "try SalesorderOrder_bothWayOrders.convert(source, onto: target, row)\n"))
    #expect(text.contains("public static let rules = SalesorderOrder.rules\n"))
  }

  @Test("variants whose states and fields are the same share what is said of them")
  func constants() throws {
    let files = try #require(Compiler.check(try Shipped.files()).generated)
    let text = try #require(files.first { $0.name == "Mapping_SALESORDER-ORDER.swift" }).text
    for constant in ["document", "twoWayFields"] {
      // Which price list an order has changes neither.
      #expect(
        text.contains(
          "public static let \(constant) = SalesorderOrder_bothWayOrders.\(constant)\n"))
    }
  }
}
