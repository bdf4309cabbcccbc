import MapSource

/// Where the connectors find a table.
public struct TableAddress: Sendable {
  public var set: Located<String>?
  public var id: Located<String>?
  public var modified: Located<String>?
}
