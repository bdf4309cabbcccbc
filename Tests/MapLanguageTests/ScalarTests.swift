import MapLanguage
import MapRuntime
import Testing

@Suite struct ScalarTests {
  @Test(arguments: ["yes", "no", "NO", "on", "off", "true", "null", "1900-01-01", "007", "1_000"])
  func plainWordsAreText(_ word: String) throws {
    let mapping = try #require(Sample.mapping("description: \(word)"))
    #expect(mapping.description?.value == word)
    let map = try #require(
      Sample.fieldMap("bc: \(word), sales: \(word), values: { \(word): \(word) }"))
    #expect(map.bc?.value == word)
    #expect(map.values?.pairs[0].source.value == .text(word))
    #expect(map.values?.pairs[0].targets[0].value == .text(word))
    let constant = try #require(Sample.fieldMap("bc: A, constant: \(word)"))
    guard case .constant(let value) = constant.source else {
      Issue.record("no constant")
      return
    }
    #expect(value.value == .text(word))
  }

  @Test(arguments: [
    ("$today", Literal.variable("today")), ("'$today'", .text("$today")),
    ("$local-currency", .variable("local-currency")), ("$", .text("$")),
    ("$5.00", .text("$5.00")), ("\"$x\"", .text("$x")),
  ])
  func aPlainDollarNamesAVariable(_ text: String, _ literal: Literal) throws {
    #expect(Sample.mapping("empty-means: \(text)")?.emptyMeans?.value == literal)
  }

  @Test(arguments: [("90s", 90), ("30m", 1_800), ("12h", 43_200), ("1d", 86_400)])
  func durationsAreSeconds(_ text: String, _ seconds: Int) throws {
    let schedule = try #require(Sample.mapping("schedule: { every: \(text) }")?.schedule)
    #expect(schedule.every?.value == seconds)
    #expect(schedule.sleep == nil)
    #expect(!schedule.isNone)
  }

  @Test func noneIsASchedule() throws {
    #expect(Sample.mapping("schedule: none")?.schedule?.isNone == true)
  }

  @Test(arguments: [
    ("text(100)", FieldType.text(length: 100)), ("text", .text(length: nil)),
    ("code(20)", .code(length: 20)), ("memo", .memo(length: nil)),
    ("memo(2000)", .memo(length: 2_000)), ("integer", .integer), ("bigint", .bigInteger),
    ("decimal(0)", .decimal(places: 0)), ("decimal(10)", .decimal(places: 10)),
    ("money", .money), ("boolean", .boolean), ("date", .date), ("datetime", .dateTime),
    ("guid", .guid), ("lookup", .lookup),
  ])
  func types(_ text: String, _ type: FieldType) {
    #expect(Sample.field("name: A, type: \(text)")?.type.value == type)
  }

  @Test func anUnknownTypeSuggestsTheNearest() {
    var sample = Sample()
    sample.add(
      .table(.bc), "T", "table: T\nkey: [A]\nfields: [{ name: A, type: txet(20) }]\n")
    #expect(sample.read().findings.first?.help?.hasPrefix("did you mean 'text'? types are") == true)
  }

  @Test func partsOfATextHaveTheirOwnPlaces() throws {
    var sample = Sample()
    sample.add(
      .mapping, "M",
      "mapping: M\ntables: { bc: T, sales: 'a.b' }\nfields: [{ text: '{X Y} z', sales: c }]\n")
    let mapping = try #require(sample.read().model.mappings.first?.alternatives.first?.mapping)
    #expect(sample.text(mapping.tables.sales) == "a")
    #expect(mapping.tables.salesOption.map(sample.text) == "b")
    guard case .text(let template) = mapping.fields.first?.source else {
      Issue.record("no text")
      return
    }
    #expect(template.fields.map(sample.text) == ["X Y"])
    #expect(template.fields.map(\.value) == ["X Y"])
  }
}
