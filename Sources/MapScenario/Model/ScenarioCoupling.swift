/// Two records that are coupled, or must be, by their names.
public struct ScenarioCoupling: Hashable, Sendable {
  public let mapping: String
  public let bc: String
  public let sales: String
  /// False where the next run must look at both; only in `given`.
  public let isInStep: Bool
  /// Whether it rests; nil in `then` does not ask.
  public let isSkipped: Bool?

  public init(
    mapping: String, bc: String, sales: String, isInStep: Bool = true, isSkipped: Bool? = nil
  ) {
    self.mapping = mapping
    self.bc = bc
    self.sales = sales
    self.isInStep = isInStep
    self.isSkipped = isSkipped
  }
}
