import DefaultMappings
import MapSetup
import MapSource

/// A setup written in a test, read against the shipped mappings.
struct SetupSample {
  let source: SourceFile
  let output: SetupReader.Output

  init(
    _ text: String, variables: [String: String] = [:], modes: [String: UInt32] = [:]
  ) {
    source = SourceFile(path: "mapsync.yaml", text: text)
    output = SetupReader.read(
      source, program: Program.self,
      surroundings: SetupSurroundings(
        variable: { variables[$0] }, mode: { modes[$0] },
        text: { modes[$0] == nil ? nil : "secret\n" }))
  }

  /// The findings as `name "the characters"`.
  var marks: [String] {
    output.findings.map {
      "\($0.name) \"\(source.text(Int($0.span.start), Int($0.span.end)))\""
    }
  }

  /// What people read of it.
  var report: String {
    var sources = SourceSet()
    _ = sources.add(source)
    return TextRenderer(color: false).render(FindingReport(output.findings, in: sources))
  }

  var help: [String] { output.findings.compactMap(\.help) }

  /// What a setup says of one mapping.
  static func mapping(_ name: String, _ policies: String) -> SetupSample {
    SetupSample("mappings: { \(name): { \(policies) } }")
  }
}
