import MapRuntime

/// What a manual discount of a line is for: the organization's discount calculation method (SA-3).
enum ManualDiscount: Hashable, Sendable {
  case wholeLine
  case eachUnit
}

/// What a line of a quote, order or invoice is computed from.
struct SalesDetailTerms: Hashable, Sendable {
  var quantity: DecimalValue
  var pricePerUnit: DecimalValue
  /// For each unit.
  var volumeDiscount: DecimalValue = .zero
  /// For the line or for each unit, as the organization has it.
  var manualDiscount: DecimalValue = .zero
  /// Given by people or by other systems; Sales computes none (SA-4).
  var tax: DecimalValue = .zero
}

/// The amounts of a line, each as its money column holds it.
struct SalesDetailAmounts: Hashable, Sendable {
  /// Price less volume discount, by the quantity (SA-1).
  var base: DecimalValue
  /// Of the whole line (SA-3).
  var manualDiscount: DecimalValue
  var tax: DecimalValue

  init(base: DecimalValue, manualDiscount: DecimalValue, tax: DecimalValue) {
    self.base = base
    self.manualDiscount = manualDiscount
    self.tax = tax
  }

  /// - Parameter places: of the currency's amounts.
  init(
    _ line: SalesDetailTerms, _ discount: ManualDiscount, places: Int
  ) throws(DecimalFailure) {
    base = try ((line.pricePerUnit - line.volumeDiscount) * line.quantity).money(places)
    manualDiscount =
      switch discount {
      case .wholeLine: try line.manualDiscount.money(places)
      case .eachUnit: try (line.manualDiscount * line.quantity).money(places)
      }
    tax = try line.tax.money(places)
  }

  /// The base amount less the manual discount, with tax (SA-2).
  var extended: DecimalValue {
    get throws(DecimalFailure) { try base - manualDiscount + tax }
  }
}
