import MapCheck
import MapCompiler
import MapPlan
import MapRuntime
import MapSource
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Fields that a customer of ours adds to CUSTOMER: two-way, and BC has no emptiness for them.
@Suite("Custom fields of the shipped mapping of customers")
struct CustomFieldTests {
  private static let added = [
    "schemas/bc/Customer.yaml": """
      - { name: Loyalty Level, type: option, values: { Bronze: 0, Silver: 1, Gold: 2 } }
      - { name: Newsletter, type: boolean }
      - { name: Employees, type: integer }
      - { name: Bonus, type: decimal(2) }
    """,
    "schemas/sales/account.yaml": """
      - { name: x_level, type: option, values: { Bronze: 100, Silver: 101, Gold: 102 } }
      - { name: x_newsletter, type: boolean }
      - { name: x_employees, type: integer }
      - { name: x_bonus, type: money }
    """,
    "mappings/CUSTOMER.yaml": """
      - { bc: Loyalty Level, sales: x_level }
      - { bc: Newsletter, sales: x_newsletter }
      - { bc: Employees, sales: x_employees }
      - { bc: Bonus, sales: x_bonus, too-precise: round, because: as BC rounds }
    """,
  ]

  /// The shipped project with those fields at the beginning of each list.
  private static func project() throws -> (CheckedModel, MappingProgram) {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().appending(path: "../../..").standardized
    var files: [SourceFile] = []
    for folder in ["mappings", "schemas/bc", "schemas/sales"] {
      let path = root.appending(path: folder).path()
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      where name.hasSuffix(".yaml") {
        let text = String(
          decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if let more = added[folder + "/" + name],
          let fields = lines.firstIndex(where: { $0.hasPrefix("fields:") })
        {
          lines.insert(Substring(more), at: fields + 1)
        }
        files.append(SourceFile(path: folder + "/" + name, text: lines.joined(separator: "\n")))
      }
    }
    let compilation = Compiler.check(files)
    #expect(compilation.findings.filter { $0.severity == .error }.map(\.message) == [])
    let checked = try #require(compilation.checked)
    let program = try #require(compilation.program)
    return (checked, try #require(program.mappings.first { $0.name == "CUSTOMER" }))
  }

  @Test("what nobody filled in on either side is equal, in both directions")
  func untouched() throws {
    let (checked, mapping) = try Self.project()
    let bc = checked.catalogue[mapping.mapping.bcTable]
    let sales = checked.catalogue[mapping.mapping.salesTable]
    let pairs = [
      ("Loyalty Level", "x_level"), ("Newsletter", "x_newsletter"), ("Employees", "x_employees"),
      ("Bonus", "x_bonus"),
    ]
    let name = (
      bc: try #require(bc.place(of: "Name")), sales: try #require(sales.place(of: "name"))
    )
    let run = RunValues(now: DateTimeValue(milliseconds: 0))
    // Both sides changed their names since; the custom fields were never touched.
    let there = try #require(
      Evaluator.convert(
        EvaluationInput(
          source: [name.bc: .text("Adatum Ltd")], target: [name.sales: .text("Adatum")], run: run),
        through: mapping, .toSales, in: checked))
    let back = try #require(
      Evaluator.convert(
        EvaluationInput(
          source: [name.sales: .text("Adatum Inc")], target: [name.bc: .text("Adatum")], run: run),
        through: mapping, .toBC, in: checked))
    #expect(there.refusal == nil && back.refusal == nil)
    for (field, other) in pairs {
      let place = try #require(bc.place(of: field))
      #expect(there.target[try #require(sales.place(of: other))] ?? .empty == .empty, "\(other)")
      let blank = BlankValue.of(bc.fields[place], on: .bc)
      #expect(back.target[place] ?? blank == blank, "\(field)")
    }
  }
}
