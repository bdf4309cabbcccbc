/// The pair of tables that a coupling belongs to; all mappings of the pair share it (R D-3).
public struct TablePair: Hashable, Sendable {
  public let bc: String
  /// A table, or `table.field` of an option.
  public let sales: String

  public init(bc: String, sales: String) {
    self.bc = bc
    self.sales = sales
  }
}
