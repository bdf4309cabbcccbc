/// Who may write a column, and when (docs/language.md#tables, access).
public enum ColumnAccess: UInt8, Hashable, Sendable, CaseIterable {
  case readWrite
  case read
  /// Written on creation only.
  case create
  /// A new record gets it by a second write.
  case update
}
