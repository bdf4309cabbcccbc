/// A table whose changes count as changes of a figure.
public struct ChangeDescription: Hashable, Sendable {
  public let table: String
  public let on: [KeyPair]
  /// The table's dates that are compared with today: what reads them changes with the day.
  public let days: [String]

  public init(_ table: String, on: [KeyPair], days: [String] = []) {
    self.table = table
    self.on = on
    self.days = days
  }
}
