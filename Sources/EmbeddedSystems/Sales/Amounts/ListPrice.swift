import MapRuntime

/// How a price list gives the price of a product in a unit (SA-9).
enum ListPrice: Hashable, Sendable {
  case amount(DecimalValue)
  case percentOfList(DecimalValue, of: DecimalValue)
  case percentMarkup(DecimalValue, on: DecimalValue)
  /// A percentage of the price itself, less than 100.
  case percentMargin(DecimalValue, on: DecimalValue)

  /// Before it is rounded.
  /// - Throws: division by zero for a margin of 100 %.
  var value: DecimalValue {
    get throws(DecimalFailure) {
      switch self {
      case .amount(let amount): amount
      case .percentOfList(let percentage, let list): try list * percentage / 100
      case .percentMarkup(let percentage, let cost): try cost + cost * percentage / 100
      case .percentMargin(let percentage, let cost):
        try cost + cost * percentage / (100 - percentage)
      }
    }
  }
}

/// How a price list rounds what it computes (SA-9).
enum PriceRounding: Hashable, Sendable {
  /// To prices that end in an amount, as in 9.95.
  case endsIn(DecimalValue, Policy)
  /// To multiples of an amount, which is not 0.
  case multipleOf(DecimalValue, Policy)

  enum Policy: Hashable, Sendable {
    case up
    case down
    case nearest
  }

  /// The price that a computed one becomes. A half goes up.
  func rounded(_ price: DecimalValue) throws(DecimalFailure) -> DecimalValue {
    switch self {
    case .multipleOf(let step, let policy): try Self.onGrid(price, step, from: .zero, policy)
    case .endsIn(let ending, let policy):
      try Self.onGrid(price, Self.step(above: ending), from: ending, policy)
    }
  }

  /// The power of ten in which an ending repeats: 1 for 0.95, 10 for 5, 100 for 95.
  private static func step(
    above ending: DecimalValue
  ) throws(DecimalFailure) -> DecimalValue {
    var step = DecimalValue(1)
    while step <= ending { step = try step * 10 }
    return step
  }

  private static func onGrid(
    _ price: DecimalValue, _ step: DecimalValue, from start: DecimalValue, _ policy: Policy
  ) throws(DecimalFailure) -> DecimalValue {
    let over = Self.remainder(try price - start, step)
    guard over > .zero else { return price }
    let below = try price - over
    let goesUp =
      switch policy {
      case .up: true
      case .down: false
      case .nearest: try over + over >= step
      }
    return goesUp ? try below + step : below
  }

  /// What is left above a multiple of the step; never negative.
  private static func remainder(_ value: DecimalValue, _ step: DecimalValue) -> DecimalValue {
    let left = value.units % step.units
    return DecimalValue(units: left < 0 ? left + step.units : left)
  }
}
