import MapRuntime

extension DecimalValue {
  /// Whether the number has at most so many decimal places, of its ten.
  func fits(places: Int) -> Bool {
    let unit = Self.steps[places]
    // Nearly every number fits one word.
    if let few = Int64(exactly: units) { return few % unit == 0 }
    return units % Int128(unit) == 0
  }

  /// What a number with so many places is a multiple of, in units.
  private static let steps: [Int64] = (0...maximumPlaces).map { places in
    (places..<maximumPlaces).reduce(1) { unit, _ in unit * 10 }
  }
}
