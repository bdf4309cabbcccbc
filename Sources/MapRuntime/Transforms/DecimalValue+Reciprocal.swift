extension DecimalValue {
  /// How many places a division by this number can add; nil if the digits may go on for ever or
  /// further than a decimal has places.
  var reciprocalPlaces: Int? {
    guard units != 0 else { return nil }
    var numerator: Int128 = 10_000_000_000
    for places in 0...DecimalValue.maximumPlaces {
      if numerator % units == 0 { return places }
      numerator *= 10
    }
    return nil
  }
}
