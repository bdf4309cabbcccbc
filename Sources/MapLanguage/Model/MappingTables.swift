import MapSource

/// The two tables of a mapping.
public struct MappingTables: Sendable {
  public let bc: Located<String>
  public let sales: Located<String>
  /// The option field of `account.paymenttermscode`: an option mapping (F7, R A-3).
  public let salesOption: Located<String>?

  /// The name under which the Sales side is known, with the option's field.
  public var salesName: String {
    salesOption.map { sales.value + "." + $0.value } ?? sales.value
  }
}
