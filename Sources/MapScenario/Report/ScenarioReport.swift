import MapSource

/// What became of the scenarios of a run, in the shape that README.md#scenarios says.
public struct ScenarioReport: Encodable, Sendable {
  /// One scenario.
  public struct Result: Encodable, Sendable {
    public let file: String
    public let scenario: String
    public let ok: Bool
    public let differences: [ScenarioDifference]

    public init(file: String, scenario: String, differences: [ScenarioDifference]) {
      self.file = file
      self.scenario = scenario
      ok = differences.isEmpty
      self.differences = differences
    }
  }

  public let version = 1
  public let scenarios: [Result]

  public init(_ scenarios: [Result]) { self.scenarios = scenarios }

  private enum CodingKeys: CodingKey {
    case version, scenarios
  }

  /// 0 where every scenario came out as it says, otherwise 1; a file that cannot be read is 2, and
  /// never gets here.
  public var exitCode: Int32 { scenarios.allSatisfy(\.ok) ? 0 : 1 }

  /// On one line, with a line feed at the end.
  public var json: String { encodedJSON }

  /// A line a scenario, with its differences below, and the sum.
  public var text: String {
    var lines: [String] = []
    for result in scenarios {
      lines.append("\(result.ok ? "ok  " : "FAIL") \(result.file): \(result.scenario)")
      for difference in result.differences {
        lines.append("       \(difference.at)")
        lines.append("         expected \(difference.expected ?? "nothing")")
        lines.append("         found    \(difference.found ?? "nothing")")
      }
    }
    let failed = scenarios.count { !$0.ok }
    lines.append(
      "\(scenarios.count) \(scenarios.count == 1 ? "scenario" : "scenarios"), \(failed) failed")
    return lines.joined(separator: "\n") + "\n"
  }
}
