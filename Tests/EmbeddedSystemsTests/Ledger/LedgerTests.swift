import MapRuntime
import Testing

@testable import EmbeddedSystems

@Suite("The customer ledger")
struct LedgerTests {
  private let due = DateValue(days: 20_000)

  private func entry(
    _ number: Int64, _ type: LedgerDocumentType, _ amount: DecimalValue, local: DecimalValue? = nil,
    on day: Int32 = 19_990, _ factor: CurrencyFactor? = nil, discount: DecimalValue = 0
  ) -> CustomerLedgerEntry {
    CustomerLedgerEntry(
      number: LedgerEntryNumber(number), documentType: type, postingDate: DateValue(days: day),
      currency: factor == nil ? "" : "USD", factor: factor, remainingAmount: amount,
      remainingAmountLocal: local ?? amount, discountDate: due,
      remainingDiscountPossible: discount)
  }

  private func number(_ text: String) throws -> DecimalValue { try DecimalValue(parsing: text) }

  @Test("a payment closes an invoice, and each knows the other (DE-3, DE-4)")
  func closing() throws {
    var (invoice, payment) = (entry(1, .invoice, 100), entry(2, .payment, -100, on: 20_005))
    let application = try LedgerApplier().apply(&payment, to: &invoice, LedgerTransaction(9))
    #expect(!invoice.isOpen && !payment.isOpen)
    #expect(
      invoice.closing == .init(by: payment.number, date: payment.postingDate, amount: 100))
    #expect(payment.closing?.by == invoice.number)
    #expect(payment.closing?.amount == -100)
    #expect(application.details.map(\.kind) == [.application, .application])
    #expect(application.details.map(\.amount) == [-100, 100])
    #expect(application.details.allSatisfy { $0.date == payment.postingDate })
  }

  @Test("a refund takes the discount of a credit memo, as a payment does of an invoice (DE-6)")
  func refund() throws {
    var (memo, refund) = (entry(1, .creditMemo, -100, discount: -2), entry(2, .refund, 98))
    let application = try LedgerApplier().apply(&refund, to: &memo, LedgerTransaction(1))
    #expect(application.discount == -2)
    #expect(!memo.isOpen && !refund.isOpen)
  }

  @Test("a credit memo settles an invoice without its discount (DE-6, DE-13)")
  func creditMemo() throws {
    var (invoice, memo) = (entry(1, .invoice, 100, discount: 2), entry(2, .creditMemo, -98))
    let application = try LedgerApplier().apply(&memo, to: &invoice, LedgerTransaction(1))
    #expect(application.discount == 0)
    #expect(invoice.remainingAmount == 2)
  }

  @Test("some days late, the discount is a tolerance (DE-9)")
  func grace() throws {
    let late = due.days + 2
    var (invoice, payment) = (
      entry(1, .invoice, 100, discount: 2), entry(2, .payment, -98, on: late)
    )
    let strict = try LedgerApplier().apply(&payment, to: &invoice, LedgerTransaction(1))
    #expect(strict.discount == 0)
    #expect(invoice.remainingAmount == 2)
    (invoice, payment) = (
      entry(1, .invoice, 100, discount: 2), entry(2, .payment, -98, on: late)
    )
    let kind = try LedgerApplier(graceDays: 2).apply(&payment, to: &invoice, LedgerTransaction(1))
      .details.first { $0.amount == -2 }?.kind
    #expect(kind == .paymentDiscountTolerance)
    #expect(!invoice.isOpen && !payment.isOpen)
  }

  @Test("no more is settled than is wanted, and without the discount (DE-2, DE-6)")
  func amountToApply() throws {
    var (invoice, payment) = (entry(1, .invoice, 100, discount: 2), entry(2, .payment, -98))
    invoice.amountToApply = 50
    let application = try LedgerApplier().apply(&payment, to: &invoice, LedgerTransaction(1))
    #expect(application.amount == 50)
    #expect(invoice.remainingAmount == 50)
    #expect(payment.remainingAmount == -48)
    #expect(invoice.amountToApply == 0)
  }

  @Test("a payment goes from invoice to invoice until it is used up (DE-2)")
  func several() throws {
    var invoices = [entry(1, .invoice, 30), entry(2, .invoice, 50), entry(3, .invoice, 20)]
    var payment = entry(4, .payment, -70)
    let applications = try LedgerApplier()
      .apply(&payment, toEach: &invoices, LedgerTransaction(1))
    #expect(applications.map(\.amount) == [30, 40])
    #expect(invoices.map(\.remainingAmount) == [0, 10, 20])
    #expect(!payment.isOpen)
  }

  @Test("what does not belong together is refused (DE-2)")
  func refusals() throws {
    let dollars = try CurrencyFactor(stored: 2)
    let invoice = entry(1, .invoice, 100)
    for other in [
      entry(2, .invoice, 100), entry(2, .payment, 0), entry(2, .payment, -100, dollars),
    ] {
      var (old, new) = (invoice, other)
      #expect(throws: AmountRefusal.application) {
        try LedgerApplier().apply(&new, to: &old, LedgerTransaction(1))
      }
    }
  }

  @Test("parts in another currency leave no cent behind (DE-10)")
  func parts() throws {
    let factor = try CurrencyFactor(stored: 3)
    var invoice = entry(1, .invoice, 100, local: try number("33.33"), factor)
    for (place, part) in ["33.34", "33.34", "33.32"].enumerated() {
      let amount = try number(part)
      var payment = try entry(
        Int64(place + 2), .payment, .negated(amount), local: .negated(factor.local(amount)),
        factor)
      let details = try LedgerApplier().apply(&payment, to: &invoice, LedgerTransaction(1)).details
      #expect(!payment.isOpen)
      #expect(payment.remainingAmountLocal == 0)
      #expect(!details.contains { [.realizedGain, .realizedLoss].contains($0.kind) })
    }
    #expect(invoice.remainingAmount == 0)
    #expect(invoice.remainingAmountLocal == 0)
  }

  @Test(
    "a dearer currency is a gain, also with a discount, and when the invoice comes last (DE-10)")
  func gains() throws {
    let (before, after) = (try CurrencyFactor(stored: 2), try CurrencyFactor(stored: 1))
    var invoice = entry(1, .invoice, 100, local: 50, before, discount: 10)
    var payment = entry(2, .payment, -90, local: -90, after)
    let details = try LedgerApplier().apply(&payment, to: &invoice, LedgerTransaction(1)).details
    // 90 of the currency came as 90 and were claimed as 45.
    #expect(details.filter { $0.kind == .realizedGain }.map(\.amountLocal) == [45])
    #expect(invoice.remainingAmountLocal == 0)
    #expect(payment.remainingAmountLocal == 0)
    var prepaid = entry(3, .payment, -100, local: -50, before)
    var later = entry(4, .invoice, 100, local: 100, after)
    let loss = try LedgerApplier().apply(&later, to: &prepaid, LedgerTransaction(2)).details
    #expect(loss.filter { $0.kind == .realizedLoss }.map(\.amountLocal) == [-50])
    #expect(prepaid.remainingAmountLocal == 0)
    #expect(later.remainingAmountLocal == 0)
  }

  @Test("an application is taken back whole, and only the latest (DE-11)")
  func unapplied() throws {
    let (first, second) = (LedgerTransaction(1), LedgerTransaction(2))
    let invoice = entry(1, .invoice, 100)
    var (open, early, late) = (invoice, entry(2, .payment, -40), entry(3, .payment, -60))
    let details =
      try LedgerApplier().apply(&early, to: &open, first).details
      + LedgerApplier().apply(&late, to: &open, second).details
    var entries = [open, early, late]
    let unapplication = Unapplication(details: details)
    let day = invoice.postingDate
    #expect(throws: AmountRefusal.laterApplication) {
      try unapplication.unapply(first, of: &entries, on: day, as: LedgerTransaction(3))
    }
    #expect(throws: AmountRefusal.unapplicationDate) {
      try unapplication.unapply(
        second, of: &entries, on: day.adding(days: -1), as: LedgerTransaction(3))
    }
    let mirrors = try unapplication.unapply(
      second, of: &entries, on: day, as: LedgerTransaction(3))
    #expect(entries.map(\.remainingAmount) == [60, 0, -60])
    #expect(entries[0].closing == nil)
    #expect(mirrors.allSatisfy { $0.isUnapplied })
    // Once they are marked, the earlier application is the latest.
    let rest = details.map { detail in
      var marked = detail
      marked.isUnapplied = detail.transaction == second
      return marked
    }
    let again = Unapplication(details: rest + mirrors)
    #expect(throws: AmountRefusal.laterApplication) {
      try again.unapply(second, of: &entries, on: day, as: LedgerTransaction(4))
    }
    _ = try again.unapply(first, of: &entries, on: day, as: LedgerTransaction(4))
    #expect(entries.map(\.remainingAmount) == [100, -40, -60])
  }
}
