import MapCheck
import MapRuntime

/// Everything that a conversion sees besides the mapping.
public struct EvaluationInput: Sendable {
  /// Values of the source by place; a missing one is empty, or the type's zero on the BC side.
  public var source: [Int: Value]
  /// The target as it stands; nil where it will be created.
  public var target: [Int: Value]?
  public var run: RunValues
  /// Couplings that exist, by mapping.
  public var couplings: [EvaluationCoupling]
  /// Related records by their place in the mapping's list; a missing one was not found.
  public var related: [Int: [Int: Value]]
  /// Records from which references are followed on.
  public var followed: [FollowedRecord] = []
  /// Answers of the host's functions by name.
  public var functions: [String: Value]
  /// A line without a product (R E-22, H-10): a reference is then empty where a text stands for
  /// the product, or none of its mappings could answer.
  public var isWriteIn = false

  public init(
    source: [Int: Value], target: [Int: Value]? = nil, run: RunValues,
    couplings: [EvaluationCoupling] = [], related: [Int: [Int: Value]] = [:],
    functions: [String: Value] = [:]
  ) {
    self.source = source
    self.target = target
    self.run = run
    self.couplings = couplings
    self.related = related
    self.functions = functions
  }
}
