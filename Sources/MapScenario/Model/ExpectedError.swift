/// A record that must have failed or be held.
public struct ExpectedError: Hashable, Sendable {
  public let mapping: String
  /// The record that it is about, on either side; nil does not ask.
  public let bc: String?
  public let sales: String?
  /// Words of its message.
  public let contains: String?

  public init(
    mapping: String, bc: String? = nil, sales: String? = nil, contains: String? = nil
  ) {
    self.mapping = mapping
    self.bc = bc
    self.sales = sales
    self.contains = contains
  }
}
