/// A rule of the runtime that a mapping may name under `rules`: what the language cannot say and
/// the engine does by itself (R C-33 to C-48, F-8, F-9, H-5, H-11, H-13). The list is closed.
public enum NamedRule: String, Hashable, Sendable, CaseIterable {
  /// A product has a price list in local currency with its price in it (C-42).
  case defaultPriceList = "default-price-list"
  /// A unit group has one active base unit; unit and unit group follow each other (C-45, B-27).
  case baseUnit = "base-unit"
  /// All lines of a price list have the currency of the list, and it never changes (C-47, M-15).
  case oneCurrency = "one-currency"
  /// The local currency is made in Sales before any amount moves (M-12).
  case localCurrency = "local-currency"
  /// The contacts of a customer that is new in Sales come with the next run (C-37).
  case contactsOfNewCustomers = "contacts-of-new-customers"
  /// A product keeps its unit group; another one takes retiring and a new product (C-46).
  case unitGroupStays = "unit-group-stays"
  /// A document without an order has the price list of its currency, with the prices of what it sells
  /// (H-5, H-13).
  case currencyPriceList = "currency-price-list"
  /// A document that has no price list gets one of its own, which has the prices of what it sells
  /// (F-8, F-9).
  case documentPriceList = "document-price-list"
  /// What net prices of an invoice lose by rounding is a line of its own (H-11).
  case invoiceRounding = "invoice-rounding"
  /// With several companies, records without a company are left alone (C-48).
  case strictCompany = "strict-company"

  /// Whether it changes or refuses what is written to a record that is coupled already.
  public var changesCoupled: Bool {
    switch self {
    case .defaultPriceList, .baseUnit, .oneCurrency, .unitGroupStays: true
    // What documents have, what belongs to records that are new, and whose records are taken.
    case .currencyPriceList, .documentPriceList, .invoiceRounding, .localCurrency,
      .contactsOfNewCustomers, .strictCompany:
      false
    }
  }

  /// The direction in which it acts; nil for one that acts in both.
  public var direction: Direction? {
    switch self {
    case .defaultPriceList, .baseUnit, .oneCurrency, .localCurrency, .contactsOfNewCustomers,
      .unitGroupStays, .currencyPriceList, .documentPriceList, .invoiceRounding:
      .toSales
    case .strictCompany: nil
    }
  }
}
