import MapRuntime

extension DecimalValue {
  /// Whether the number has at most so many decimal places, of its ten.
  func fits(places: Int) -> Bool {
    var unit: Int128 = 1
    for _ in places..<10 { unit *= 10 }
    return units % unit == 0
  }
}
