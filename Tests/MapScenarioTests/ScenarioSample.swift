import DefaultMappings
import MapScenario
import MapSource

/// A scenario written in a test, read against the shipped mappings.
struct ScenarioSample {
  /// A customer and its account, coupled.
  static let given = """
    scenario: a customer and its account
    given:
      bc: { Customer: [{ $id: c1, No.: '10000', Name: Adatum }] }
      sales: { account: [{ $id: a1, name: Adatum, statecode: Active }] }
      coupled: [{ mapping: CUSTOMER, bc: c1, sales: a1 }]

    """

  let source: SourceFile
  let output: ScenarioReader.Output

  init(_ text: String) {
    source = SourceFile(path: "scenario.yaml", text: text)
    output = ScenarioReader.read(source, program: Program.self)
  }

  /// What happens to the customer and its account.
  static func when(_ step: String) -> ScenarioSample {
    ScenarioSample(given + "when:\n  - \(step)\nthen: { errors: [] }\n")
  }

  /// What must be true of them.
  static func then(_ expectation: String) -> ScenarioSample {
    ScenarioSample(given + "then: { \(expectation) }\n")
  }

  /// The findings as `name "the characters"`.
  var marks: [String] {
    output.findings.map {
      "\($0.name) \"\(source.text(Int($0.span.start), Int($0.span.end)))\""
    }
  }

  var help: [String] { output.findings.compactMap(\.help) }
}
