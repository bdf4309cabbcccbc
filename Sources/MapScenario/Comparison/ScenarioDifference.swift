/// Where a scenario did not come out as it says (README.md#scenarios).
public struct ScenarioDifference: Hashable, Sendable, Encodable {
  /// The place in the scenario: `then.bc.Customer.c1.Name`.
  public let at: String
  public let expected: String?
  public let found: String?

  public init(at: String, expected: String?, found: String?) {
    self.at = at
    self.expected = expected
    self.found = found
  }

  /// The same, at a place within a step.
  func within(_ step: String) -> Self {
    Self(at: "\(step).\(at)", expected: expected, found: found)
  }

  private enum CodingKeys: CodingKey {
    case at, expected, found
  }

  /// Nothing is `null`, so that every difference has the same keys.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(at, forKey: .at)
    try container.encode(expected, forKey: .expected)
    try container.encode(found, forKey: .found)
  }
}
