import MapRuntime

/// Why a document or a line has no price; Sales keeps it with the record and refuses nothing (SH-4).
enum PricingError: Int32, Sendable {
  case none = 0
  case detail = 1
  case missingPriceList = 2
  case inactivePriceList = 3
  case invalidProduct = 7
  case missingMethod = 8
  case missingUnit = 10
  case notInPriceList = 11
  case missingAmount = 12
  case missingPercentage = 13
  case missingListPrice = 14
  case missingCurrentCost = 15
  case missingStandardCost = 16
  case invalidPercentage = 18
  case invalidRoundingAmount = 24
  case invalidDiscountList = 26
  case invalidQuantity = 29
  case inactiveDiscountList = 33
  case otherCurrency = 34

  var value: Value { .option(OptionValue(rawValue)) }
}

/// What a price list says about a line.
struct LinePrice: Hashable, Sendable {
  /// Nil where it has none.
  var price: DecimalValue?
  /// For each unit.
  var volumeDiscount = DecimalValue.zero
  var error = PricingError.none
}

extension SalesListedPrice {
  /// The price of a product by this row, rounded as the row says (SA-9).
  func price(of product: SalesProduct, places: Int) throws(DecimalFailure) -> LinePrice {
    guard let method else { return LinePrice(error: .missingMethod) }
    let listed: ListPrice
    switch method.rawValue {
    case 1:
      guard let amount else { return LinePrice(error: .missingAmount) }
      return LinePrice(price: try amount.money(places))
    case 2:
      guard let list = product.listPrice else { return LinePrice(error: .missingListPrice) }
      guard let percentage else { return LinePrice(error: .missingPercentage) }
      listed = .percentOfList(percentage, of: list)
    default:
      // Of the current cost 3 and 4, of the standard cost 5 and 6.
      let isCurrent = method.rawValue < 5
      guard let cost = isCurrent ? product.currentCost : product.standardCost else {
        return LinePrice(error: isCurrent ? .missingCurrentCost : .missingStandardCost)
      }
      guard let percentage else { return LinePrice(error: .missingPercentage) }
      let isMargin = method.rawValue == 4 || method.rawValue == 6
      if isMargin, percentage >= 100 { return LinePrice(error: .invalidPercentage) }
      listed =
        isMargin
        ? .percentMargin(percentage, on: cost) : .percentMarkup(percentage, on: cost)
    }
    guard let policy else { return LinePrice(price: try listed.value.money(places)) }
    guard let rounding = rounding(policy) else {
      return LinePrice(error: .invalidRoundingAmount)
    }
    return LinePrice(price: try rounding.rounded(listed.value).money(places))
  }

  /// Nil where nothing is rounded.
  private var policy: PriceRounding.Policy? {
    switch roundingPolicy?.rawValue {
    case 2: .up
    case 3: .down
    case 4: .nearest
    default: nil
    }
  }

  /// Nil where the amount makes no sense.
  private func rounding(_ policy: PriceRounding.Policy) -> PriceRounding? {
    guard roundingOption == OptionValue(2) else {
      return roundingAmount < .zero ? nil : .endsIn(roundingAmount, policy)
    }
    return roundingAmount > .zero ? .multipleOf(roundingAmount, policy) : nil
  }
}

extension SalesDiscountList {
  /// What a unit at a price is cheaper by where so many are bought; nil where the list is closed.
  func discount(
    _ quantity: DecimalValue, at price: DecimalValue, places: Int
  ) throws(DecimalFailure) -> DecimalValue? {
    guard isActive else { return nil }
    guard let range = ranges.first(where: { $0.low <= quantity && quantity <= $0.high }) else {
      return .zero
    }
    return isAmount
      ? try range.amount.money(places) : try (price * range.percentage / 100).money(places)
  }
}
