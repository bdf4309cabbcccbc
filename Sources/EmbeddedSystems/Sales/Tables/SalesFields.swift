// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// Fields of a table that Sales reads or fills by itself, by their real names.
protocol SalesField: RawRepresentable<Int>, CaseIterable, Hashable, Sendable {}

extension SalesField {
  /// The field's real name.
  var name: String { "\(self)" }
}

/// Fields of a quote, an order or an invoice; each has some of them.
enum SalesHeaderField: Int, SalesField {
  case pricelevelid, transactioncurrencyid, exchangerate, pricingerrorcode, ispricelocked
  case discountamount, discountpercentage, freightamount
  case totallineitemamount, totallineitemdiscountamount, totaldiscountamount
  case totalamountlessfreight, totaltax, totalamount
  case discountamount_base, freightamount_base
  case totallineitemamount_base, totallineitemdiscountamount_base, totaldiscountamount_base
  case totalamountlessfreight_base, totaltax_base, totalamount_base
  case statecode, statuscode, submitdate, datefulfilled, closedon

  /// What the system computes of header and lines.
  static let totals: [Self] = [
    .totallineitemamount, .totallineitemdiscountamount, .totaldiscountamount,
    .totalamountlessfreight, .totaltax, .totalamount,
  ]

  /// What is given in the currency.
  static let given: [Self] = [.discountamount, .freightamount]

  /// Amounts and their twins in the base currency (SC-3).
  static let twins: [(of: Self, base: Self)] = [
    (.discountamount, .discountamount_base), (.freightamount, .freightamount_base),
    (.totallineitemamount, .totallineitemamount_base),
    (.totallineitemdiscountamount, .totallineitemdiscountamount_base),
    (.totaldiscountamount, .totaldiscountamount_base),
    (.totalamountlessfreight, .totalamountlessfreight_base), (.totaltax, .totaltax_base),
    (.totalamount, .totalamount_base),
  ]

  /// What the totals and the prices of the lines come from.
  static let computing: [Self] =
    [.pricelevelid, .transactioncurrencyid, .ispricelocked, .discountpercentage] + given + totals
}

/// Fields of a line of a quote, an order or an invoice.
enum SalesLineField: Int, SalesField {
  case productid, uomid, quantity, isproductoverridden, ispriceoverridden
  case priceperunit, volumediscountamount, manualdiscountamount, tax
  case baseamount, extendedamount, pricingerrorcode
  case lineitemnumber, sequencenumber, transactioncurrencyid, exchangerate
  case priceperunit_base, volumediscountamount_base, manualdiscountamount_base, tax_base
  case baseamount_base, extendedamount_base

  /// Amounts and their twins in the base currency (SC-3).
  static let twins: [(of: Self, base: Self)] = [
    (.priceperunit, .priceperunit_base), (.volumediscountamount, .volumediscountamount_base),
    (.manualdiscountamount, .manualdiscountamount_base), (.tax, .tax_base),
    (.baseamount, .baseamount_base), (.extendedamount, .extendedamount_base),
  ]

  /// Amounts in the currency's precision; prices have the organization's (SC-1).
  static let amounts: [Self] = [.manualdiscountamount, .tax, .baseamount, .extendedamount]

  /// What the amounts of a line come from.
  static let computing: [Self] =
    [.productid, .uomid, .quantity, .isproductoverridden, .ispriceoverridden]
    + [.priceperunit, .lineitemnumber, .sequencenumber] + amounts
}
