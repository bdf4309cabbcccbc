import MapRuntime

/// The ways that a mapping or a field map goes.
public enum MappingDirection: String, Sendable, CaseIterable {
  case both
  case toSales = "to-sales"
  case toBC = "to-bc"

  public var directions: [Direction] {
    switch self {
    case .both: [.toSales, .toBC]
    case .toSales: [.toSales]
    case .toBC: [.toBC]
    }
  }

  public func includes(_ direction: Direction) -> Bool { directions.contains(direction) }
}
