import FoundationEssentials
import MapCompiler
import Testing

/// The shipped mappings and tables against the facts about the product, row by row (R Q).
@Suite("facts")
struct FactsTests {
  private func recorded() throws -> RecordedDifferences {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "differences.tsv")
    return RecordedDifferences(try FactTable(file, columns: RecordedDifferences.columns))
  }

  @Test("what the files say is what the facts say, but for the differences with a reason")
  func shippedFilesAgree() throws {
    guard let facts = try Facts.shared() else { return }
    let compilation = Compiler.check(try ShippedFiles().files)
    let checked = try #require(compilation.checked, "the shipped files have errors")
    let found = FactComparison(shipped: ShippedModel(checked), facts: facts).differences()
    for problem in try recorded().problems(found) { Issue.record(Comment(rawValue: problem)) }
  }

  @Test("each fact table has as many rows as it is known to have")
  func tablesAreWhole() throws {
    guard let facts = try Facts.shared() else { return }
    #expect(facts.fieldMaps.count == 230)
    #expect(facts.mappings.count == 26)
    #expect(facts.tables.count == 1806)
  }
}
