extension DecimalValue {
  /// The value with at most so many digits behind the point; places outside 0 to 10 count as the
  /// nearest of these. Overflows only within one step of the largest value.
  public func rounded(
    toPlaces places: Int, mode: DecimalRounding = .nearest
  ) throws(DecimalFailure) -> DecimalValue {
    guard places < DecimalValue.maximumPlaces else { return self }
    let step = DecimalValue.step(atPlaces: places)
    let remainder = units % step
    guard remainder != 0 else { return self }
    let towardsZero = DecimalValue(units: units - remainder)
    let isAway =
      switch mode {
      case .nearest: remainder.magnitude >= step.magnitude / 2
      case .up: true
      case .down: false
      }
    guard isAway else { return towardsZero }
    return try towardsZero + DecimalValue(units: remainder < 0 ? -step : step)
  }

  /// The units in one step at the given place: 10^10 at place 0, 1 at place 10.
  static func step(atPlaces places: Int) -> Int128 {
    var step: Int128 = 1
    for _ in max(0, places)..<maximumPlaces { step *= 10 }
    return step
  }
}
