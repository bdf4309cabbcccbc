import MapSource

/// The fields of a Sales table that the engine itself needs.
public struct TableRoles: Sendable {
  public var company: Located<String>?
  public var owner: Located<String>?
  public var modifiedBy: Located<String>?
  /// The record without whose coupling this one's makes no sense: a contact's account (R D-54).
  public var belongsTo: Located<String>?
  /// What people call the record.
  public var name: Located<String>?

  public init() {}
}
