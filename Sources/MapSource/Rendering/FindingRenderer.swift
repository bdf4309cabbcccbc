/// A way to write a report down.
public protocol FindingRenderer: Sendable {
  /// The report as text that ends with a line feed, or is empty.
  func render(_ report: FindingReport) -> String
}
