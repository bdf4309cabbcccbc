import ArgumentParser
import MapRuntime
import MapSync

/// `--direction` for chosen records (R D-40, D-41).
enum DirectionChoice: String, ExpressibleByArgument, CaseIterable {
  case toSales = "to-sales"
  case toBC = "to-bc"
  /// Each side's changes to the other one.
  case merge

  /// What the runs of the choice are, in order.
  var runs: [(direction: Direction, mode: RunMode)] {
    switch self {
    case .toSales: [(.toSales, .now)]
    case .toBC: [(.toBC, .now)]
    case .merge: [(.toSales, .merge), (.toBC, .merge)]
    }
  }

  init(_ direction: Direction) { self = direction == .toSales ? .toSales : .toBC }

  init(_ choice: SyncAdvice.Choice) {
    self =
      switch choice {
      case .send: .toSales
      case .get: .toBC
      case .merge: .merge
      }
  }

  /// The one direction that is meant; nil for merging.
  var direction: Direction? {
    switch self {
    case .toSales: .toSales
    case .toBC: .toBC
    case .merge: nil
    }
  }

  /// Refuses a direction in which the mapping does not go.
  func check(_ mapping: BoundMapping) throws(CommandFailure) {
    let needed = direction.map { [$0] } ?? Direction.allCases
    for direction in needed where !mapping.policy.directions.contains(direction) {
      throw CommandFailure("\(mapping.name) does not go \(direction.name)")
    }
  }
}
