/// Findings for programs: the JSON of `mapc check`, version 1.
///
/// Columns are Unicode code points from 1, ends exclusive.
public struct JSONRenderer: FindingRenderer {
  private let path: @Sendable (String) -> String

  /// `path` makes the path to write from the one relative to the root.
  public init(path: @escaping @Sendable (String) -> String = { $0 }) { self.path = path }

  public func render(_ report: FindingReport) -> String {
    JSONReport(report, path: path).encodedJSON
  }
}
