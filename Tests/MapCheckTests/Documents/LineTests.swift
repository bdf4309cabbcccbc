import MapCheck
import Testing

@Suite("Lines of documents")
struct LineTests {
  private static let tables: String = {
    let right = FindingCatalogue.entry("write-in-not-set")?.right ?? ""
    return right.components(upTo: "#--- mappings/ORDER-LINE.yaml")
  }()

  private func lines(_ rules: String, more: String = "") -> CheckedProject {
    CheckedProject(
      Self.tables,
      """
      #--- mappings/ORDER-LINE.yaml
      mapping: ORDER-LINE
      tables: { bc: Sales Line, sales: salesorderdetail }
      parent: ORDER
      direction: to-bc
      create: { to-bc: true }
      \(rules)
      fields:
        - { bc: No., sales: productid, through: ITEM, uncoupled: refuse }
        - { bc: Quantity, sales: quantity }
      """, more)
  }

  private func writeIn(_ product: String) -> String {
    "write-in: { when: { sales: { productid: empty } }\(product) }"
  }

  @Test(
    "a write-in says which product stands for it",
    arguments: [
      (", product: { Type: $write-in-type, No.: $write-in-number }", ""),
      (", product: { Type: Item, No.: $write-in-number }", ""),
      (
        ", product: { Type: $write-in-type, No.: $write-in-nummer }",
        "write-in-not-set at $write-in-nummer"
      ),
      (
        ", product: { Type: $write-in-number, No.: $write-in-number }",
        "write-in-not-set at $write-in-number"
      ),
      (", product: { Type: $write-in-type, Nr.: $write-in-number }", "unknown-field at Nr."),
      (", product: { Type: Itm, No.: $write-in-number }", "unknown-option at Itm"),
      (", product: { No.: $write-in-number }", "write-in-not-set at No."),
      (", product: { Type: $write-in-type }", "write-in-not-set at Type"),
    ])
  func product(product: String, place: String) {
    let project = lines(writeIn(product))
    #expect(project.places.first == (place.isEmpty ? nil : place), "\(project.report)")
  }

  @Test("a write-in without a product at all")
  func without() {
    let project = lines(writeIn(", text: { sales: remark, from: '{No.}' }"))
    #expect(
      project.places.contains { $0.hasPrefix("write-in-not-set") }, "\(project.report)")
  }

  @Test("the lines that are meant are named by fields that there are")
  func condition() {
    let project = lines(
      "write-in: { when: { sales: { product: empty } }, "
        + "product: { Type: $write-in-type, No.: $write-in-number } }")
    #expect(project.places == ["unknown-field at product"], "\(project.report)")
  }

  @Test(
    "a line mapping has no rules for headers, and names its order and its texts",
    arguments: [
      ("order-by: quantity", ""),
      ("order-by: sequencenumber", "unknown-field at sequencenumber"),
      ("notes: to-bc", "invalid-value at to-bc"),
      ("overflow: { from: [quantity], into: comment-lines }", "type-mismatch at quantity"),
    ])
  func rules(rule: String, place: String) {
    let project = lines(
      rule + "\n" + writeIn(", product: { Type: $write-in-type, No.: $write-in-number }"))
    #expect(project.places == (place.isEmpty ? [] : [place]), "\(project.report)")
  }

  @Test(
    "no mapping on its table asks for the write-in product",
    arguments: [
      ("filter: { bc: { No.: $write-in-number } }", ["write-in-coupled at $write-in-number"]),
      ("filter: { bc: { No.: { not: $write-in-number } } }", []),
    ])
  func coupled(filter: String, places: [String]) {
    let project = lines(
      writeIn(", product: { Type: $write-in-type, No.: $write-in-number }"),
      more: """
        #--- mappings/OTHER.yaml
        mapping: OTHER
        tables: { bc: Item, sales: product }
        direction: to-sales
        \(filter)
        fields: []
        """)
    #expect(project.places == places, "\(project.report)")
  }
}

extension String {
  /// What stands before a line.
  fileprivate func components(upTo line: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0 != line }.joined(separator: "\n")
  }
}
