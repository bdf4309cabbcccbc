/// One table that a field may refer to.
public struct ReferenceDescription: Hashable, Sendable {
  public let table: String
  /// The option of the picking field that means this table.
  public let pick: OptionValue?
  /// The other fields of its composite key.
  public let otherKeys: [KeyPair]
  /// The navigation property of a Sales lookup.
  public let navigation: String?

  public init(
    _ table: String, pick: OptionValue? = nil, otherKeys: [KeyPair] = [],
    navigation: String? = nil
  ) {
    self.table = table
    self.pick = pick
    self.otherKeys = otherKeys
    self.navigation = navigation
  }
}
