/// Findings as SARIF 2.1.0, which code scanning services read.
public struct SARIFRenderer: FindingRenderer {
  private let rules: [String: String]
  private let path: @Sendable (String) -> String

  /// `rules` describes each kind of finding in a sentence; `path` makes the path to write, relative
  /// to the repository, from the one relative to the project's root.
  public init(
    rules: [String: String], path: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.rules = rules
    self.path = path
  }

  public func render(_ report: FindingReport) -> String {
    SARIFLog(report, rules: rules, path: path).encodedJSON
  }
}
