import Foundation
import GeneratedRuns
import MapCompiler
import MapPlan
import MapRuntime
import Testing

@Suite("Generated Swift that is committed")
struct GoldenTests {
  @Test("the generator writes what is committed")
  func committed() throws {
    let compilation = try GoldenProject.compilation()
    #expect(compilation.findings.map(\.message) == [])
    let files = try #require(compilation.generated)
    if GoldenProject.isRecording {
      for file in files {
        try Data(file.text.utf8).write(to: GoldenProject.generated.appending(path: file.name))
      }
    }
    let names = try FileManager.default
      .contentsOfDirectory(atPath: GoldenProject.generated.path).sorted()
    #expect(names == files.map(\.name))
    for file in files {
      let committed = try String(
        contentsOf: GoldenProject.generated.appending(path: file.name), encoding: .utf8)
      #expect(file.text == committed, "\(file.name)")
    }
  }

  @Test("what is committed does with random records what the evaluator does")
  func agreement() throws {
    let compilation = try GoldenProject.compilation()
    let checked = try #require(compilation.checked)
    let program = try #require(compilation.program)
    var compared = 0
    for mapping in Program.mappings([]) {
      let form = try #require(program.mappings.first { $0.name == mapping.policy.name })
      for direction in mapping.policy.directions {
        var records = try #require(RandomRecords(of: form, direction, in: checked, seed: 11))
        for _ in 0..<200 {
          let input = records.next()
          #expect(Agreement.differences(mapping, form, direction, checked, input) == [])
          compared += 1
        }
      }
    }
    #expect(compared == 800)
  }

  @Test("a customer becomes an account, cut where it must be on the way back")
  func customer() throws {
    let run = RunValues(now: DateTimeValue(milliseconds: 0))
    var customer = BC.Customer.blank
    customer.name = "Adatum"
    customer.blocked = OptionValue(3)
    let account = try Mapping.Customer.convert(
      customer, onto: .blank,
      ConversionRow(run: run, references: [.empty], related: NoRelatedRecords(), isNew: true))
    #expect(account.name == "Adatum")
    #expect(account.isblocked == true)
    var long = account
    long.name = String(repeating: "x", count: 60)
    let back = try Mapping.Customer.convert(
      long, onto: customer,
      ConversionRow(run: run, references: [.empty], related: NoRelatedRecords(), isNew: false))
    #expect(back.name == String(repeating: "x", count: 50))
    #expect(throws: RecordRefusal(.empty, rule: 0)) {
      try Mapping.Customer.convert(
        .blank, onto: account,
        ConversionRow(run: run, references: [.empty], related: NoRelatedRecords(), isNew: false))
    }
  }
}
