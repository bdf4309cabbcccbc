import MapRuntime

/// The one way of a job.
public enum ScenarioDirection: String, Hashable, Sendable, CaseIterable {
  case toSales = "to-sales"
  case toBC = "to-bc"

  public var direction: Direction { self == .toSales ? .toSales : .toBC }
}
