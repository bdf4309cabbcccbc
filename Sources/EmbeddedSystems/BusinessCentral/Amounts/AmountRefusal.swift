/// Why Business Central does not take an amount, a quantity, a price or an application.
enum AmountRefusal: Error, Hashable, Sendable {
  /// A number has more than the 28 digits that Business Central calculates with (DA-4).
  case tooLarge
  /// A quotient by 0, such as a currency factor of 0.
  case divisionByZero
  /// A precision that is not above 0 (DA-2).
  case precision
  /// A quantity that is no multiple of its unit's precision (DA-5).
  case quantityPrecision
  /// A line discount that is not within the line (DA-10).
  case lineDiscount
  /// An amount or a discount for a line without a quantity (DA-10, DA-11).
  case noQuantity
  /// A line amount that is more than quantity and price say, or of the other sign (DA-11).
  case lineAmount
  /// An invoice discount on lines of which none allows one (DA-30).
  case noInvoiceDiscountBase
  /// An invoice discount above the amount that it is for (DA-30).
  case invoiceDiscount
  /// More to ship than is outstanding, or of the other sign (DC-3).
  case quantityToShip
  /// More to invoice than is shipped or will be, or of the other sign (DC-3).
  case quantityToInvoice
  /// Less ordered than was shipped (DC-3).
  case quantityShipped

  /// Ledger entries that are not two open ones of one currency and of opposite signs (DE-2).
  case application
  /// An application that is undone already, or after which one of its entries was applied again
  /// (DE-11).
  case laterApplication
  /// An application that is undone on a day before it (DE-11).
  case unapplicationDate

  /// What is wrong, without the record that it is wrong in.
  var sentence: String {
    switch self {
    case .tooLarge: "an amount has more digits than can be calculated with"
    case .divisionByZero: "an amount cannot be divided by 0; an exchange rate may be missing"
    case .precision: "the rounding precision of the currency must be more than 0"
    case .quantityPrecision: "the quantity is no multiple of the unit's rounding precision"
    case .lineDiscount: "the line discount must be from 0 % to 100 %"
    case .noQuantity: "the line needs a quantity first"
    case .lineAmount: "the line amount must be from 0 to quantity times unit price"
    case .noInvoiceDiscountBase: "no line allows an invoice discount"
    case .invoiceDiscount: "the invoice discount is more than the lines that allow one"
    case .quantityToShip: "the quantity to ship must be from 0 to what is outstanding"
    case .quantityToInvoice:
      "the quantity to invoice must be from 0 to what is shipped and not invoiced"
    case .quantityShipped: "the quantity must not be less than what was shipped"
    case .application:
      "only two open ledger entries of one currency and of opposite signs can be applied"
    case .laterApplication: "only the latest application of a ledger entry can be undone"
    case .unapplicationDate: "an application cannot be undone on a day before it"
    }
  }
}
