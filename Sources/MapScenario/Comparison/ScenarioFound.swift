import MapSync

/// What was found at the end, as far as a scenario asks; records by the names it gives them, others
/// by their ids as text.
public struct ScenarioFound: Sendable {
  /// A coupling of a mapping.
  public struct Coupling: Hashable, Sendable {
    public let bc: String
    public let sales: String
    public let isSkipped: Bool

    public init(bc: String, sales: String, isSkipped: Bool = false) {
      self.bc = bc
      self.sales = sales
      self.isSkipped = isSkipped
    }
  }

  /// A record that failed or is held.
  public struct Failure: Hashable, Sendable {
    public let mapping: String
    public let bc: String?
    public let sales: String?
    public let message: String

    public init(mapping: String, bc: String? = nil, sales: String? = nil, message: String) {
      self.mapping = mapping
      self.bc = bc
      self.sales = sales
      self.message = message
    }
  }

  /// The values of each expected record's fields, by its name, in the order in which it lists them;
  /// left out where there is no such record.
  public var records: [String: [ScenarioValue]] = [:]
  public var couplings: [String: [Coupling]] = [:]
  /// In the order of the expectation's.
  public var counts: [Int] = []
  public var jobs: [ExpectedJob.Subject: JobCounters] = [:]
  public var failures: [Failure] = []
  public var review: [String: ScenarioRecommendation] = [:]

  public init() {}
}
