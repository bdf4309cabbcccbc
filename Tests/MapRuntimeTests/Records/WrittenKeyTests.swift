import MapRuntime
import Testing

@Suite("Business keys as people write them")
struct WrittenKeyTests {
  private let orders = TableDescription(
    .bc, "Sales Header", key: ["Document Type", "No."],
    fields: [
      FieldDescription(
        "Document Type", .option, options: [.init("Quote", 0), .init("Order", 1)]),
      FieldDescription("No.", .code(length: 20)),
    ])
  private let units = TableDescription(
    .bc, "Item Unit of Measure", key: ["Item No.", "Code"],
    fields: [
      FieldDescription("Item No.", .code(length: 20)), FieldDescription("Code", .code(length: 10)),
    ])

  private func keys(_ text: String, _ table: TableDescription) -> [String] {
    WrittenKey.all(text, of: table).map { RecordKey.shown($0.key) }
  }

  @Test(
    "an option is said by its name or number, in any case",
    arguments: ["Order,S-1", "order,s-1", "1,S-1", "1, s-1 "])
  func options(text: String) { #expect(keys(text, orders) == ["1,S-1"]) }

  @Test("a number alone can be that of each type")
  func number() {
    #expect(keys("s-1", orders) == ["0,S-1", "1,S-1"])
    #expect(keys("S,1", orders) == ["0,S,1", "1,S,1"])
  }

  @Test("a key without options is said with all its parts, codes as BC keeps them")
  func parts() {
    #expect(keys("1896,pcs", units) == ["1896,PCS"])
    #expect(keys("1896", units) == [])
  }

  @Test("a key is shown with its options by name")
  func shown() {
    let key = RecordKey.of(["1", "S-1"])
    #expect(WrittenKey.shown(key, of: orders) == "Order,S-1")
    #expect(WrittenKey.shown(RecordKey.of(["7", "S-1"]), of: orders) == "7,S-1")
    #expect(WrittenKey.shown(key, of: nil) == "1,S-1")
  }
}
