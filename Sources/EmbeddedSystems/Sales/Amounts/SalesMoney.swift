import MapRuntime

/// How many decimal places the money columns of a document hold, each by its source (SC-1).
struct SalesPrecision: Hashable, Sendable {
  /// Of amounts of headers and lines: the currency's own.
  var amounts = 2
  /// Of prices: the organization's.
  var prices = 2
  /// Of the twins in the base currency: that currency's.
  var base = 2
}

extension DecimalValue {
  /// An amount as a money column with so many places holds it (SC-2).
  func money(_ places: Int) throws(DecimalFailure) -> DecimalValue { try rounded(toPlaces: places) }

  /// The same amount in the base currency (SC-3).
  /// - Parameters:
  ///   - rate: units of the document's currency for one of the base currency, more than 0.
  ///   - places: of the base currency.
  func inBaseCurrency(
    rate: DecimalValue, places: Int
  ) throws(DecimalFailure) -> DecimalValue {
    try (self / rate).money(places)
  }
}
