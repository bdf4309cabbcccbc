/// A value that is read with the row from another table (docs/language.md#tables, join).
public struct JoinDescription: Hashable, Sendable {
  public let table: String
  /// Empty where the table has one record, which everything reads.
  public let on: [KeyPair]
  /// The date field by which the latest row is taken.
  public let latest: String?
  /// Whether only rows up to today count.
  public let untilToday: Bool
  public let field: String

  public init(
    _ table: String, on: [KeyPair], latest: String? = nil, untilToday: Bool = false, field: String
  ) {
    self.table = table
    self.on = on
    self.latest = latest
    self.untilToday = untilToday
    self.field = field
  }
}
