import MapRuntime

/// One of a system's own rules about records of some tables. It may refuse the write, or write
/// more.
protocol SystemRule: Sendable {
  /// Whether records of a table are its business; asked once.
  func concerns(_ table: TableLayout) -> Bool
  /// Whether a write of some of their columns is; asked once for each kind of write.
  func concerns(_ table: TableLayout, writing columns: Set<Int>, isNew: Bool) -> Bool
  /// Called after a record was written, in the same transaction.
  /// - Throws: `Refusal`, which undoes the write.
  func apply(_ change: RowChange, in session: WriteSession) throws
  /// Whether the rule keeps a computed field filled.
  func fills(_ field: String, of table: String) -> Bool
}

extension SystemRule {
  func concerns(_ table: TableLayout, writing columns: Set<Int>, isNew: Bool) -> Bool { true }

  func fills(_ field: String, of table: String) -> Bool { false }
}
