import MapRuntime

/// What settling one ledger entry with another came to, in the sign of the older one: positive for
/// an invoice that is paid.
struct LedgerApplication: Hashable, Sendable {
  /// What the older entry is settled by, with discount and tolerance (DE-7).
  let amount: DecimalValue
  let discount: DecimalValue
  /// Negative where too much was paid and kept (DE-9).
  let tolerance: DecimalValue
  let details: [DetailedLedgerEntry]
}

/// Settles ledger entries with each other: payments with invoices, refunds with credit memos, credit
/// memos with invoices (DE-1 to DE-10).
struct LedgerApplier: Sendable {
  /// Of the entries' currency.
  var precision = RoundingPrecision.amount
  var localPrecision = RoundingPrecision.amount
  /// Payment Discount Grace Period, in days (DE-9).
  var graceDays = 0
  /// Payments that look for the oldest entry take no tolerance (DE-9).
  var allowsTolerance = true

  /// Settles entries one after the other until the new one is used up (DE-2).
  func apply(
    _ new: inout CustomerLedgerEntry, toEach old: inout [CustomerLedgerEntry],
    _ transaction: LedgerTransaction
  ) throws(AmountRefusal) -> [LedgerApplication] {
    var applications: [LedgerApplication] = []
    for index in old.indices where new.isOpen {
      applications.append(try apply(&new, to: &old[index], transaction))
    }
    return applications
  }

  /// Settles an entry with a new one of the opposite sign.
  func apply(
    _ new: inout CustomerLedgerEntry, to old: inout CustomerLedgerEntry,
    _ transaction: LedgerTransaction
  ) throws(AmountRefusal) -> LedgerApplication {
    guard new.isOpen, old.isOpen, new.currency == old.currency,
      new.remainingAmount.isNegative != old.remainingAmount.isNegative
    else { throw .application }
    let settlement = try settlement(of: old, by: new)
    let date = max(new.postingDate, old.postingDate)
    var booking = Booking(new: new, old: old, transaction: transaction, date: date)
    try booking.book(settlement, self)
    (new, old) = (booking.new, booking.old)
    old.amountToApply = 0
    if settlement.kind != nil { old.useDiscount() }
    if !old.isOpen { old.close(by: new.number, on: date, amount: settlement.amount) }
    if !new.isOpen { new.close(by: old.number, on: date, amount: try .negated(settlement.amount)) }
    return LedgerApplication(
      amount: settlement.amount, discount: settlement.discount, tolerance: settlement.tolerance,
      details: booking.details)
  }

  /// What is settled, without entries of it.
  fileprivate struct Settlement {
    var amount: DecimalValue
    var discount: DecimalValue = 0
    var tolerance: DecimalValue = 0
    /// How the discount is booked; nil without one.
    var kind: DetailedLedgerEntry.Kind?
  }

  /// The discount in time and all that it takes to get it (DE-6 to DE-8), small differences (DE-9),
  /// or else the smaller of both (DE-2).
  private func settlement(
    of old: CustomerLedgerEntry, by new: CustomerLedgerEntry
  ) throws(AmountRefusal) -> Settlement {
    let (rest, paid) = (old.remainingAmount, try DecimalValue.negated(new.remainingAmount))
    if let kind = discountKind(of: old, by: new) {
      let due = try rest.subtracting(old.remainingDiscountPossible)
      let difference = try due.subtracting(paid)
      if isAppliedUpTo(due, old), isTolerated(difference, of: old) {
        return Settlement(
          amount: rest, discount: old.remainingDiscountPossible, tolerance: difference, kind: kind)
      }
      if isAppliedUpTo(due, old), paid.size >= due.size {
        return Settlement(amount: rest, discount: old.remainingDiscountPossible, kind: kind)
      }
    }
    let difference = try rest.subtracting(paid)
    if pays(new, old), isAppliedUpTo(rest, old), isTolerated(difference, of: old) {
      return Settlement(amount: rest, tolerance: difference)
    }
    let wanted = old.amountToApply == 0 ? rest : old.amountToApply
    let most = wanted.size < rest.size ? wanted : rest
    return Settlement(amount: paid.size < most.size ? paid : most)
  }

  /// Whether the new entry is a payment of the old one (DE-6).
  private func pays(_ new: CustomerLedgerEntry, _ old: CustomerLedgerEntry) -> Bool {
    switch (new.documentType, old.documentType) {
    case (.payment, .invoice), (.refund, .creditMemo): true
    default: false
    }
  }

  /// Nil where there is no discount, or none any more (DE-6, DE-9).
  private func discountKind(
    of old: CustomerLedgerEntry, by new: CustomerLedgerEntry
  ) -> DetailedLedgerEntry.Kind? {
    guard pays(new, old), old.remainingDiscountPossible != 0 else { return nil }
    guard let last = old.discountDate, last < new.postingDate else { return .paymentDiscount }
    return last.adding(days: graceDays) < new.postingDate ? nil : .paymentDiscountTolerance
  }

  /// Whether the whole entry, or at least so much of it, is to be settled (DE-6).
  private func isAppliedUpTo(_ due: DecimalValue, _ old: CustomerLedgerEntry) -> Bool {
    old.amountToApply == 0 || old.amountToApply.size >= due.size
  }

  private func isTolerated(_ difference: DecimalValue, of old: CustomerLedgerEntry) -> Bool {
    allowsTolerance && difference.size <= old.maximumTolerance.size && old.maximumTolerance != 0
  }
}

/// The detailed entries of one application, counted into both entries.
private struct Booking {
  var new: CustomerLedgerEntry
  var old: CustomerLedgerEntry
  let transaction: LedgerTransaction
  let date: DateValue
  var details: [DetailedLedgerEntry] = []

  /// Discount and tolerance are booked on the new entry, the payment (DE-7); both get their side of
  /// the application (DE-3), in local currency by the factor of the invoice (DE-10).
  mutating func book(
    _ settlement: LedgerApplier.Settlement, _ applier: LedgerApplier
  ) throws(AmountRefusal) {
    let factor = Self.isPayment(old) && !Self.isPayment(new) ? new.factor : old.factor
    var cash = settlement.amount
    var cashLocal = try factor.local(cash, to: applier.localPrecision)
    try bookOnOld(.application, .negated(cash), .negated(cashLocal))
    try bookOnNew(.application, cash, cashLocal)
    for (kind, amount) in [
      (settlement.kind ?? .paymentDiscount, settlement.discount),
      (.paymentTolerance, settlement.tolerance),
    ] where amount != 0 {
      let local = try factor.local(amount, to: applier.localPrecision)
      try bookOnNew(kind, .negated(amount), .negated(local))
      (cash, cashLocal) = (try cash.subtracting(amount), try cashLocal.subtracting(local))
    }
    if new.factor != factor {
      let own = try new.factor.local(cash, to: applier.localPrecision)
      try bookGain(own.subtracting(cashLocal), onOld: false)
    }
    if old.factor != factor {
      let own = try old.factor.local(settlement.amount, to: applier.localPrecision)
      let counted = try factor.local(settlement.amount, to: applier.localPrecision)
      try bookGain(counted.subtracting(own), onOld: true)
    }
    // What rounding left in local currency of an entry that is settled (DE-10).
    if !old.isOpen, old.remainingAmountLocal != 0 {
      try bookOnOld(.correctionOfRemainingAmount, 0, .negated(old.remainingAmountLocal))
    }
    if !new.isOpen, new.remainingAmountLocal != 0 {
      try bookOnNew(.correctionOfRemainingAmount, 0, .negated(new.remainingAmountLocal))
    }
  }

  private static func isPayment(_ entry: CustomerLedgerEntry) -> Bool {
    entry.documentType == .payment || entry.documentType == .refund
  }

  /// A gain of the company is positive, in local currency only (DE-10).
  private mutating func bookGain(_ local: DecimalValue, onOld: Bool) throws(AmountRefusal) {
    guard local != 0 else { return }
    let kind: DetailedLedgerEntry.Kind = local.isNegative ? .realizedLoss : .realizedGain
    if onOld { try bookOnOld(kind, 0, local) } else { try bookOnNew(kind, 0, local) }
  }

  private mutating func bookOnOld(
    _ kind: DetailedLedgerEntry.Kind, _ amount: DecimalValue, _ local: DecimalValue
  ) throws(AmountRefusal) {
    let detail = DetailedLedgerEntry(
      kind: kind, entry: old.number, appliedEntry: new.number, transaction: transaction,
      date: date, amount: amount, amountLocal: local)
    details.append(detail)
    try old.add(detail)
  }

  private mutating func bookOnNew(
    _ kind: DetailedLedgerEntry.Kind, _ amount: DecimalValue, _ local: DecimalValue
  ) throws(AmountRefusal) {
    let detail = DetailedLedgerEntry(
      kind: kind, entry: new.number, appliedEntry: old.number, transaction: transaction,
      date: date, amount: amount, amountLocal: local)
    details.append(detail)
    try new.add(detail)
  }
}

extension DecimalValue {
  /// The number with the other sign, refused as an amount is.
  static func negated(_ value: DecimalValue) throws(AmountRefusal) -> DecimalValue {
    try zero.subtracting(value)
  }
}
