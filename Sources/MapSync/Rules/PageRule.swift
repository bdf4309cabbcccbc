import MapRuntime

/// A named rule at work on one mapping in one direction (R C-33 to C-48). It sees the rows of a page
/// together, so that it asks the systems once a page, never once a record.
protocol PageRule: Sendable {
  /// After conversion and before anything is written: it may change the targets and fail rows.
  func prepare(_ rows: inout [RuleRow]) async throws(StoreFailure)
  /// After the writes: it may write more, and fail rows, which stay as they were written.
  func finish(_ rows: inout [RuleRow]) async throws(StoreFailure)
}

extension PageRule {
  func prepare(_ rows: inout [RuleRow]) async throws(StoreFailure) {}
  func finish(_ rows: inout [RuleRow]) async throws(StoreFailure) {}
}
