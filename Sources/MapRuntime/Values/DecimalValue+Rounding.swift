extension DecimalValue {
  /// The value with at most so many digits behind the point; places outside 0 to 10 count as the
  /// nearest of these. Overflows only within one step of the largest value.
  public func rounded(
    toPlaces places: Int, mode: DecimalRounding = .nearest
  ) throws(DecimalFailure) -> DecimalValue {
    guard places < DecimalValue.maximumPlaces else { return self }
    let step = DecimalValue.step(atPlaces: places)
    let remainder = remainder(ofStep: step)
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
  @usableFromInline
  static func step(atPlaces places: Int) -> Int128 {
    // A 64-bit product of constants: this stands in the way of every rounded record.
    var step: Int64 = 1
    for _ in min(max(0, places), maximumPlaces)..<maximumPlaces { step &*= 10 }
    return Int128(step)
  }

  /// What is left behind the given place. Nearly every number fits 64 bits, which divide in a
  /// tenth of the time.
  @usableFromInline
  func remainder(ofStep step: Int128) -> Int128 {
    guard let few = Int64(exactly: units), let step = Int64(exactly: step) else {
      return units % step
    }
    return Int128(few % step)
  }
}
