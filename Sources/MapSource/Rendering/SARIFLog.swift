/// A SARIF file with its one run.
struct SARIFLog: Encodable {
  let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version
    case runs
  }

  /// What one run of the compiler found.
  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [SARIFResult]
  }

  /// The compiler.
  struct Tool: Encodable {
    let driver: Driver
  }

  /// The compiler's name and the findings that it knows.
  struct Driver: Encodable {
    let name = "mapc"
    let rules: [Rule]
  }

  /// One kind of finding.
  struct Rule: Encodable {
    let id: String
    let shortDescription: SARIFMessage?
  }

  init(_ report: FindingReport, rules: [String: String], path: @escaping (String) -> String) {
    let names = Set(rules.keys).union(report.findings.map(\.name)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let places = SARIFPlaces(report, path: path)
    let results = report.findings.map { finding in
      SARIFResult(finding, ruleIndex: indices[finding.name] ?? -1, places: places)
    }
    let known = names.map { Rule(id: $0, shortDescription: rules[$0].map(SARIFMessage.init)) }
    runs = [Run(tool: Tool(driver: Driver(rules: known)), results: results)]
  }
}
