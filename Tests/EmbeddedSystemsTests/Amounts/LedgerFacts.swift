import DefaultMappings
import MapRuntime

@testable import EmbeddedSystems

/// Questions about payments, customers' figures, dates and numbers.
enum LedgerFacts {
  static let questions: [String: @Sendable (Fact) throws -> Fact] = [
    "calcdate": calculatedDate, "incstr": nextNumber, "payment": payment,
    "fcyPayment": foreignPayment, "pmtDiscPossible": discountPossible, "unapply": unapply,
    "overdue": overdue, "balanceDue": balanceDue, "stats": exposure, "statsMove": movement,
    "salesYtd": sales,
  ]

  private static func calculatedDate(_ asked: Fact) throws -> Fact {
    let text = try asked.text("formula")
    guard let formula = DateFormula(text) else { throw Fact.Missing(description: text) }
    return .object(["date": .text(formula.date(from: try asked.date("date")).description)])
  }

  /// `IncStr` gives nothing for a text without digits.
  private static func nextNumber(_ asked: Fact) throws -> Fact {
    do {
      return .object(["result": .text(try SeriesNumber.next(after: asked.text("text")))])
    } catch SeriesNumber.Refusal.noDigits {
      return .object(["result": .text("")])
    }
  }

  private static func entry(
    _ number: Int64, _ type: LedgerDocumentType, on date: DateValue = .first,
    _ amount: DecimalValue,
    local: DecimalValue? = nil, _ factor: CurrencyFactor? = nil
  ) -> CustomerLedgerEntry {
    CustomerLedgerEntry(
      number: LedgerEntryNumber(number), documentType: type, postingDate: date,
      currency: factor == nil ? "" : "FCY", factor: factor, remainingAmount: amount,
      remainingAmountLocal: local ?? amount)
  }

  private static func payment(_ asked: Fact) throws -> Fact {
    let said = try asked.field("invoice")
    let amount = try said.number("amount")
    var invoice = CustomerLedgerEntry(
      number: LedgerEntryNumber(1), documentType: .invoice, postingDate: .first,
      remainingAmount: amount, remainingAmountLocal: amount,
      discountDate: try said["pmtDiscDate"]?.date,
      remainingDiscountPossible: try said.number("pmtDisc", or: 0),
      maximumTolerance: try said.number("maxTolerance", or: 0))
    let after = try asked.list("payments").enumerated().map { place, paid in
      var payment = try entry(
        Int64(place + 2), .payment, on: paid.date("date"), .negated(paid.number("amount")))
      let application = try LedgerApplier()
        .apply(&payment, to: &invoice, LedgerTransaction(Int64(place)))
      return Fact.object([
        "discountTaken": .number(application.discount),
        "applicationAmount": .number(application.amount),
        "invoiceRemaining": .number(invoice.remainingAmount),
        "paymentRemaining": .number(payment.remainingAmount),
        "invoiceOpen": .flag(invoice.isOpen), "paymentOpen": .flag(payment.isOpen),
        "tolerance": .number(application.tolerance),
      ])
    }
    return .object(["after": .list(after)])
  }

  /// One invoice and a payment at another rate, or several invoices that one payment settles.
  private static func foreignPayment(_ asked: Fact) throws -> Fact {
    if asked["invoices"] == nil {
      let amount = try asked.number("fcy")
      let rates = try ["invoiceLcy", "paymentLcy"].map {
        try CurrencyFactor(exchangeRateAmount: amount, relationalAmount: asked.number($0))
      }
      var invoice = try entry(1, .invoice, amount, local: asked.number("invoiceLcy"), rates[0])
      var payment = try entry(
        2, .payment, .negated(amount), local: .negated(asked.number("paymentLcy")), rates[1])
      let application = try LedgerApplier().apply(&payment, to: &invoice, LedgerTransaction(1))
      return .object([
        "realizedGainLossLcy": .number(
          try local([.realizedGain, .realizedLoss], in: application.details)),
        "invoiceRemainingLcy": .number(invoice.remainingAmountLocal),
      ])
    }
    let factor = try CurrencyFactor(stored: asked.number("factor"))
    var invoices = try asked.list("invoices").enumerated().map { place, amount in
      try entry(
        Int64(place + 2), .invoice, amount.number, local: factor.local(amount.number), factor)
    }
    let locals = invoices.map(\.remainingAmountLocal)
    let paid = try DecimalValue.negated(asked.number("payment"))
    let paidLocal = try factor.local(paid)
    var payment = entry(1, .payment, paid, local: paidLocal, factor)
    let details = try LedgerApplier()
      .apply(&payment, toEach: &invoices, LedgerTransaction(1)).flatMap(\.details)
    return .object([
      "invoicesLcy": .list(locals.map(Fact.number)), "paymentLcy": .number(paidLocal),
      "appliedLcy": .number(
        try local([.application], in: details.filter { $0.entry == payment.number })),
      "correctionOfRemainingAmount": .number(
        try local([.correctionOfRemainingAmount], in: details)),
    ])
  }

  private static func local(
    _ kinds: Set<DetailedLedgerEntry.Kind>, in details: [DetailedLedgerEntry]
  ) throws -> DecimalValue {
    try details.filter { kinds.contains($0.kind) }.reduce(0) { try $0 + $1.amountLocal }
  }

  private static func discountPossible(_ asked: Fact) throws -> Fact {
    let discount = PaymentDiscount(percent: try asked.number("pct"), date: nil)
    return .object([
      "inclVAT": .number(try discount.possible(of: asked.number("amount"), postingDate: .first)),
      "exclVAT": .number(
        try discount.possible(of: asked.number("salesLcyShare"), postingDate: .first)),
    ])
  }

  private static func unapply(_ asked: Fact) throws -> Fact {
    var invoice = CustomerLedgerEntry(
      number: LedgerEntryNumber(1), documentType: .invoice, postingDate: .first,
      remainingAmount: try asked.number("invoice"),
      remainingAmountLocal: try asked.number("invoice"),
      remainingDiscountPossible: try asked.number("discount"))
    var payment = try entry(2, .payment, .negated(asked.number("payment")))
    let application = try LedgerApplier().apply(&payment, to: &invoice, LedgerTransaction(7))
    guard !invoice.isOpen, !payment.isOpen else {
      throw Fact.Missing(description: "nothing was applied")
    }
    var entries = [invoice, payment]
    _ = try Unapplication(details: application.details)
      .unapply(LedgerTransaction(7), of: &entries, on: .first, as: LedgerTransaction(8))
    return .object([
      "invoiceRemaining": .number(entries[0].remainingAmount),
      "paymentRemaining": .number(entries[1].remainingAmount),
      "discountPossible": .number(entries[0].remainingDiscountPossible),
      "invoiceOpen": .flag(entries[0].isOpen), "paymentOpen": .flag(entries[1].isOpen),
    ])
  }

  private static func amounts(_ asked: Fact, _ date: String, _ amount: String) throws
    -> [DatedAmount]
  {
    try asked.list("entries").map {
      DatedAmount(date: try $0.date(date), amount: try $0.number(amount))
    }
  }

  /// By the function that fills the figure which travels.
  private static func overdue(_ asked: Fact) throws -> Fact {
    let entries = try asked.list("entries").map { said in
      var entry = BC.CustLedgerEntry.blank
      entry.dueDate = try said.date("due")
      entry.remainingAmtLCY = try said.number("remainingLcy")
      entry.open = true
      return entry
    }
    let overdue = try HostFunctions.overdueAmounts(asked.date("today"), entries, [])
    return .object(["overdueLcy": .number(overdue ?? .zero)])
  }

  private static func balanceDue(_ asked: Fact) throws -> Fact {
    let due = try CustomerFigures.balanceDue(
      amounts(asked, "initialDue", "lcy"), upTo: asked.date("filterTo"))
    return .object(["balanceDueLcy": .number(due)])
  }

  private static func sales(_ asked: Fact) throws -> Fact {
    let periods = try asked.list("fiscalYearStarts").map { start in
      var period = BC.AccountingPeriod.blank
      period.startingDate = try start.date
      period.newFiscalYear = true
      return period
    }
    let entries = try asked.list("entries").map { said in
      var entry = BC.CustLedgerEntry.blank
      entry.postingDate = try said.date("postingDate")
      entry.salesLCY = try said.number("salesLcy")
      return entry
    }
    let sales = try HostFunctions.totalSales(asked.date("workDate"), entries, periods)
    return .object(["salesLcy": .number(sales ?? .zero)])
  }

  private static func exposure(_ asked: Fact) throws -> Fact {
    var ofShipment = BC.SalesLine.blank
    ofShipment.documentType = OptionValue(2)
    ofShipment.shipmentNo = "SH-1"
    ofShipment.outstandingAmountLCY = try asked.number("outstandingInvoicesFromShipments")
    var prepaid = BC.SalesLine.blank
    prepaid.documentType = OptionValue(1)
    prepaid.prepmtAmountInvLCY = try asked.number("invoicedPrepayment")
    let total = try HostFunctions.totalExposure(
      asked.number("balance"), asked.number("outstandingOrders"),
      asked.number("shippedNotInvoiced"), asked.number("outstandingInvoices"),
      [ofShipment, prepaid])
    return .object(["total": .number(total ?? .zero)])
  }

  /// An order without VAT, whose price is such that it comes to the amount with VAT.
  private static func movement(_ asked: Fact) throws -> Fact {
    let order = try asked.field("order")
    let quantity = try order.number("qty")
    var document = SalesDocumentAmounts(terms: AmountTerms())
    try document.append(
      SalesLineAmounts(
        quantity: quantity, unitPrice: order.number("incl") / quantity,
        vat: LineVAT(identifier: "V", setupPercent: 0)))
    var line = try LineQuantities(quantity: quantity, .blank)
    var entry = entry(1, .invoice, 0)
    var states: [String: Fact] = [:]
    for (place, step) in try asked.list("steps").enumerated() {
      let words = try step.text.split(separator: " ").map(String.init)
      let number = try DecimalValue(parsing: words[1])
      switch words[0] {
      case "ship":
        try line.take(toShip: number)
        line = try move(line, ships: true, invoices: false)
      case "invoice":
        try line.take(toInvoice: number)
        try document.take(quantityToInvoice: number, at: 0)
        let total = try document.invoiced().totals().amountIncludingVAT
        entry = Self.entry(1, .invoice, total)
        line = try move(line, ships: false, invoices: true)
      case "pay":
        var payment = try Self.entry(2, .payment, .negated(number))
        _ = try LedgerApplier().apply(&payment, to: &entry, LedgerTransaction(1))
      default: throw Fact.Missing(description: words[0])
      }
      let amounts = try OutstandingAmounts(
        amountIncludingVAT: document.lines[0].amountIncludingVAT, line, document.terms, factor: nil)
      states[String(place + 1)] = .object([
        "outstandingOrders": .number(amounts.outstandingLocal),
        "shippedNotInvoiced": .number(amounts.shippedNotInvoicedLocal),
        "balance": .number(entry.remainingAmountLocal),
      ])
    }
    return .object(states)
  }

  private static func move(
    _ line: LineQuantities, ships: Bool, invoices: Bool
  ) throws -> LineQuantities {
    let posting = try QuantityPosting(ships: ships, invoices: invoices, of: [line])
    guard let posting else { throw Fact.Missing(description: "nothing to post") }
    return try posting.posted(line, .blank)
  }
}
