import MapRuntime

/// A coupling that a test takes for granted.
public struct EvaluationCoupling: Sendable {
  public let mapping: String
  /// The BC record's key, its fields in order.
  public let bc: [String]
  /// The Sales record, or the option of an option mapping.
  public let sales: Value

  public init(mapping: String, bc: [String], sales: Value) {
    self.mapping = mapping
    self.bc = bc
    self.sales = sales
  }
}
