import MapSource

/// `account.paymenttermscode`: an option field of a Sales table.
public struct OptionAddress: Sendable {
  public let table: Located<String>
  public let field: Located<String>
}
