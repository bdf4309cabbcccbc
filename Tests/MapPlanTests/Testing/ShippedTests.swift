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

@Suite("The shipped mappings")
struct ShippedTests {
  private static func program() throws -> Program {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var files: [SourceFile] = []
    for folder in ["mappings", "schemas/bc", "schemas/sales"] {
      let path = root.appending(path: folder).path()
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      where name.hasSuffix(".yaml") {
        let bytes = try Data(contentsOf: URL(filePath: path + "/" + name))
        files.append(SourceFile(path: folder + "/" + name, bytes: Array(bytes)))
      }
    }
    let compilation = Compiler.check(files)
    return ProgramBuilder.build(
      try #require(compilation.checked), compilation.sources, prerequisites: { _ in [] })
  }

  @Test("every test in them passes, and every mapping has one")
  func shipped() throws {
    let program = try Self.program()
    let results = TestRunner(program).run()
    let failed = results.filter { !$0.hasPassed }.map { "\($0.mapping): \($0.test.name.value)" }
    #expect(failed == [])
    #expect(Set(results.map(\.mapping)) == Set(program.mappings.map(\.name)))
  }

  @Test("random records convert the same way every time, refused or not")
  func random() throws {
    let program = try Self.program()
    var refused = 0
    var written = 0
    for mapping in program.mappings {
      for direction in Direction.allCases {
        let make = { RandomRecords(of: mapping, direction, in: program.checked, seed: 42) }
        guard var one = make(), var other = make() else { continue }
        for _ in 0..<20 {
          let first = Evaluator.convert(
            one.next(), through: mapping, direction, in: program.checked)
          let second = Evaluator.convert(
            other.next(), through: mapping, direction, in: program.checked)
          #expect(first?.target == second?.target)
          #expect(first?.refusal == second?.refusal)
          if first?.refusal == nil { written += 1 } else { refused += 1 }
        }
      }
    }
    #expect(refused > 50)
    #expect(written > 50)
  }
}
