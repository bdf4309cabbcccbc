import MapSource

/// The two tables of a mapping.
public struct MappingTables: Sendable {
  public let bc: Located<String>
  public let sales: Located<String>
  /// The option field of `account.paymenttermscode`: an option mapping (F7, R A-3).
  public let salesOption: Located<String>?
}
