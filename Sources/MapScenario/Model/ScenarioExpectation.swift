import MapRuntime

/// What must be true at the end, or after a step; what is not listed is not compared.
public struct ScenarioExpectation: Sendable {
  /// How many records of a table there must be.
  public struct Count: Hashable, Sendable {
    public let side: Side
    public let table: String
    public let number: Int
  }

  /// How many couplings a mapping must have.
  public struct CouplingCount: Hashable, Sendable {
    public let mapping: String
    public let number: Int
  }

  /// What a review must recommend for a mapping.
  public struct Review: Hashable, Sendable {
    public let mapping: String
    public let recommend: ScenarioRecommendation
  }

  public var records: [ScenarioRecord] = []
  public var coupled: [ScenarioCoupling] = []
  public var counts: [Count] = []
  public var couplingCounts: [CouplingCount] = []
  public var jobs: [ExpectedJob] = []
  /// All of them, and no other; nil does not ask.
  public var errors: [ExpectedError]?
  public var review: [Review] = []

  public init() {}
}
