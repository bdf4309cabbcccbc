/// Which way a person synchronizes records.
public enum SynchronizeDirection: String, Hashable, Sendable, CaseIterable {
  case toSales = "to-sales"
  case toBC = "to-bc"
  case merge
}
