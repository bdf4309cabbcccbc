import MapCheck
import MapCompiler
import MapLanguage
import MapSource
import Testing

@testable import MapEmit

@Suite("Names that mean something else in Swift")
struct OddNameTests {
  static let project = [
    SourceFile(path: "mappings/project.yaml", text: "project: odd\n"),
    SourceFile(
      path: "mappings/Ünï.yaml",
      text: """
        mapping: Ünï
        tables: { bc: Hashable, sales: OptionValue }
        direction: to-sales
        filter: { bc: { Priority: { at-least: 3 } } }
        outside-filter: follow
        fields:
          - { bc: row, sales: row }
          - { bc: init, sales: init }
          - { bc: Priority, sales: inout }
          - { sales: total, compute: sum, from: [row] }
          - { sales: average, compute: sum, from: [Priority] }

        """),
    SourceFile(
      path: "schemas/bc/Hashable.yaml",
      text: """
        table: Hashable
        key: [No.]
        fields:
          - { name: No., type: code(20), required: true, default: number-series }
          - { name: row, type: text(20) }
          - { name: init, type: text(20) }
          - { name: Priority, type: integer }

        """),
    SourceFile(
      path: "schemas/sales/OptionValue.yaml",
      text: """
        table: OptionValue
        key: [id]
        fields:
          - { name: id, type: guid, access: create, required: true, default: system }
          - { name: row, type: text(20) }
          - { name: init, type: text(20) }
          - { name: inout, type: integer }
          - { name: total, type: integer }
          - { name: average, type: integer }

        """),
  ]

  private func text(_ name: String) throws -> String {
    let files = try #require(Compiler.check(Self.project).generated)
    return try #require(files.first { $0.name == name }).text
  }

  @Test("a table does not hide a type that generated code names")
  func types() throws {
    #expect(try text("BC_Hashable.swift").contains("public struct Hashable_: Hashable, Sendable"))
    #expect(try text("Sales_OptionValue.swift").contains("public struct OptionValue_: "))
  }

  @Test("a field does not hide a parameter")
  func parameters() throws {
    #expect(try text("BC_Hashable.swift").contains("row.write(row_, "))
  }

  @Test(
    "a field is not called as a local that is numbered",
    arguments: ["value0_0", "value12", "isFilled0", "parent1", "rows0", "isWriteIn"])
  func locals(name: String) {
    #expect(member(name) == name + "_")
  }

  @Test("a name that only begins like one stays", arguments: ["valueAdded2", "parent", "rowspan1"])
  func others(name: String) {
    #expect(member(name) == name)
  }

  private func member(_ name: String) -> String {
    let start = Span(startOf: 0)
    let field = Field(
      name: Located(name, at: start), type: Located(.boolean, at: start), span: start)
    return SwiftName.member(of: field, on: .sales).identifier
  }

  @Test("a keyword stands in backticks, but not as a label; 'inout' does there too")
  func labels() throws {
    let text = try text("Mapping_Ünï.swift")
    #expect(text.contains("        init: `init`,\n"))
    #expect(text.contains("        `inout`: `inout`,\n"))
  }

  @Test("a whole number in a condition is no decimal")
  func numbers() throws {
    #expect(try text("Mapping_Ünï.swift").contains("ConditionTest.atLeast(.integer(3))"))
  }

  @Test("a file is named as its YAML file, which the build declares before")
  func files() throws {
    let names = try #require(Compiler.check(Self.project).generated).map(\.name)
    #expect(names.contains("Mapping_Ünï.swift"))
  }

  @Test("a function that takes other types elsewhere is required with each")
  func functions() throws {
    let text = try text("Program.swift")
    #expect(text.contains("static func sum(_ row_: String) -> Int64?\n"))
    #expect(text.contains("static func sum(_ priority: Int64) -> Int64?\n"))
  }
}
