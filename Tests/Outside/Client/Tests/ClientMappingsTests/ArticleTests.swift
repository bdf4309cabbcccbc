import MapRuntime
import Testing

@testable import ClientMappings

struct ArticleTests {
  private let row = ConversionRow(
    run: RunValues(now: DateTimeValue(milliseconds: 0)), references: [],
    related: NoRelatedRecords(), isNew: true)

  @Test("the generated mapping asks the client's own function")
  func label() throws {
    let source = BC.Article(no: "A1", description: "Chair", unitPrice: DecimalValue(-5))
    let target = try Mapping.Article.convert(source, onto: .blank, row)
    #expect(target.new_label == "A1: Chair")
    #expect(target.new_price == .zero)
  }

  @Test("an article without a description is refused by its rule")
  func refused() {
    let source = BC.Article(no: "A1", description: "", unitPrice: .zero)
    #expect(throws: RecordRefusal(.empty, rule: 0)) {
      try Mapping.Article.convert(source, onto: .blank, row)
    }
  }
}
