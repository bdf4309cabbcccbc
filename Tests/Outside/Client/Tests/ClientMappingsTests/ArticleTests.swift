import MapRuntime
import Testing

@testable import ClientMappings

struct ArticleTests {
  private let row = ConversionRow(
    run: RunValues(now: DateTimeValue(milliseconds: 0)), references: [],
    related: NoRelatedRecords(), isNew: true)

  @Test("the generated mapping asks the client's own function")
  func label() throws {
    let source = BC.Article(
      no: "A1", description: "Chair", unitPrice: DecimalValue(-5), inStock: .zero, reserved: .zero)
    let target = try Mapping.Article.convert(source, onto: .blank, row)
    #expect(target.new_label == "A1: Chair")
    #expect(target.new_price == .zero)
  }

  @Test("an article without a description is refused by its rule")
  func refused() {
    let source = BC.Article(
      no: "A1", description: "", unitPrice: .zero, inStock: .zero, reserved: .zero)
    #expect(throws: RecordRefusal(.empty, rule: 0)) {
      try Mapping.Article.convert(source, onto: .blank, row)
    }
  }

  @Test("a figure is worked out from the rows that belong to the record")
  func stock() {
    struct Entries: FigureRows {
      func records<Record: TableRecord>(_ place: Int, as type: Record.Type) -> [Record] {
        let quantities = [DecimalValue(7), DecimalValue(-2)]
        return quantities.compactMap {
          BC.ArticleEntry(entryNo: 1, articleNo: "A1", quantity: $0) as? Record
        }
      }
    }
    var article = BC.Article(
      no: "A1", description: "", unitPrice: .zero, inStock: .zero, reserved: DecimalValue(1))
    var entries = Entries()
    article.computeFigures(from: &entries, row.run)
    #expect(article.inStock == DecimalValue(4))
    #expect(BC.Article.figureRows.map(\.name) == ["Article Entry"])
  }
}
