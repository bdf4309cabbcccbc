import MapRuntime

/// Entry No. of a customer ledger entry.
struct LedgerEntryNumber: Hashable, Sendable, Comparable {
  let rawValue: Int64

  init(_ rawValue: Int64) { self.rawValue = rawValue }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Document Type of a ledger entry, in the order of BC's option.
enum LedgerDocumentType: Int, Hashable, Sendable, CaseIterable {
  case blank
  case payment
  case invoice
  case creditMemo
  case financeChargeMemo
  case reminder
  case refund
}

/// What of a customer ledger entry its applications look at and change (DD-4, DD-5). Amounts of
/// invoices are positive, those of payments negative.
struct CustomerLedgerEntry: Hashable, Sendable {
  /// How an entry was closed (DE-4).
  struct Closing: Hashable, Sendable {
    let by: LedgerEntryNumber
    let date: DateValue
    let amount: DecimalValue
  }

  let number: LedgerEntryNumber
  let documentType: LedgerDocumentType
  let postingDate: DateValue
  /// Empty for the local currency.
  let currency: String
  let factor: CurrencyFactor?
  /// Sum of the detailed entries (DD-5).
  private(set) var remainingAmount: DecimalValue
  private(set) var remainingAmountLocal: DecimalValue
  /// Nil for a discount without an end.
  var discountDate: DateValue?
  /// Remaining Pmt. Disc. Possible, of the sign of the entry.
  private(set) var remainingDiscountPossible: DecimalValue
  /// Max. Payment Tolerance.
  var maximumTolerance: DecimalValue = 0
  /// 0 for all that remains (DE-2).
  var amountToApply: DecimalValue = 0
  private(set) var closing: Closing?

  init(
    number: LedgerEntryNumber, documentType: LedgerDocumentType, postingDate: DateValue,
    currency: String = "", factor: CurrencyFactor? = nil, remainingAmount: DecimalValue,
    remainingAmountLocal: DecimalValue, discountDate: DateValue? = nil,
    remainingDiscountPossible: DecimalValue = 0, maximumTolerance: DecimalValue = 0
  ) {
    self.number = number
    self.documentType = documentType
    self.postingDate = postingDate
    self.currency = currency
    self.factor = factor
    self.remainingAmount = remainingAmount
    self.remainingAmountLocal = remainingAmountLocal
    self.discountDate = discountDate
    self.remainingDiscountPossible = remainingDiscountPossible
    self.maximumTolerance = maximumTolerance
  }

  /// Open while something remains (DD-4); an entry of 0 is not (DD-10).
  var isOpen: Bool { remainingAmount != 0 }

  /// Counts a detailed entry in.
  mutating func add(_ detail: DetailedLedgerEntry) throws(AmountRefusal) {
    remainingAmount = try remainingAmount.adding(detail.amount)
    remainingAmountLocal = try remainingAmountLocal.adding(detail.amountLocal)
    if isOpen { closing = nil }
  }

  mutating func close(by other: LedgerEntryNumber, on date: DateValue, amount: DecimalValue) {
    closing = Closing(by: other, date: date, amount: amount)
  }

  /// A payment took the discount.
  mutating func useDiscount() { remainingDiscountPossible = 0 }

  /// The payment that took it is unapplied (DE-11).
  mutating func giveBackDiscount(_ discount: DecimalValue) throws(AmountRefusal) {
    remainingDiscountPossible = try remainingDiscountPossible.adding(discount)
  }
}

/// Number of the transaction that made detailed entries; it grows.
struct LedgerTransaction: Hashable, Sendable, Comparable {
  let rawValue: Int64

  init(_ rawValue: Int64) { self.rawValue = rawValue }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A detailed customer ledger entry: one movement of an entry's remaining amount (DD-5).
struct DetailedLedgerEntry: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case initialEntry
    case application
    case paymentDiscount
    case paymentTolerance
    /// A discount that was given some days late.
    case paymentDiscountTolerance
    case realizedGain
    case realizedLoss
    case correctionOfRemainingAmount
  }

  let kind: Kind
  let entry: LedgerEntryNumber
  /// The other entry of the application.
  let appliedEntry: LedgerEntryNumber
  let transaction: LedgerTransaction
  let date: DateValue
  let amount: DecimalValue
  let amountLocal: DecimalValue
  var isUnapplied = false
}
