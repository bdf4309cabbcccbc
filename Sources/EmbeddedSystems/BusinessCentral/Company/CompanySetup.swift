import MapRuntime

/// General Ledger Setup and Sales & Receivables Setup, as far as documents ask them.
struct CompanySetup: Sendable {
  static let tables = ["General Ledger Setup", "Sales & Receivables Setup"]

  /// Of the local currency (DA-2).
  var localTerms = CurrencyTerms()
  var vatTolerancePercent = DecimalValue.zero
  /// Pmt. Disc. Excl. VAT (DD-8).
  var discountExcludesVAT = false
  /// Payment Discount Grace Period, a date formula (DD-8).
  var gracePeriod = ""
  var postingFrom: DateValue?
  var postingTo: DateValue?
  var localCurrency = ""

  var defaultQuantityToShip = DefaultQuantityToShip.remainder
  /// Default Posting Date is No Date (DJ-1).
  var hasNoPostingDate = false
  /// Link Doc. Date To Posting Date (DJ-12).
  var linksDocumentDate = true
  /// Quote Validity Calculation, a date formula (DG-6).
  var quoteValidity = ""
  var archivesQuotes = false
  var archivesOrders = false
  var invoiceRounding = false
  var needsExternalNumber = false
  /// The number series that the setup names, by what is numbered; without one the tables' own.
  var series: [NumberedDocument: String] = [:]

  init() {}

  init(ledger: MasterRecord?, sales: MasterRecord?) throws {
    if let ledger {
      localTerms = try CurrencyTerms(
        amount: ledger.number("Amount Rounding Precision"),
        unit: ledger.number("Unit-Amount Rounding Precision"),
        vatRounding: ledger.option("VAT Rounding Type"),
        invoice: ledger.number("Inv. Rounding Precision (LCY)"),
        invoiceRounding: ledger.option("Inv. Rounding Type (LCY)"), of: "General Ledger Setup")
      vatTolerancePercent = ledger.number("VAT Tolerance %")
      discountExcludesVAT = ledger.isTrue("Pmt. Disc. Excl. VAT")
      gracePeriod = ledger.text("Payment Discount Grace Period")
      postingFrom = ledger.date("Allow Posting From")
      postingTo = ledger.date("Allow Posting To")
      localCurrency = ledger.text("LCY Code")
    }
    guard let sales else { return }
    defaultQuantityToShip = sales.option("Default Quantity to Ship") == 1 ? .blank : .remainder
    hasNoPostingDate = sales.option("Default Posting Date") == 1
    linksDocumentDate = sales.isTrue("Link Doc. Date To Posting Date")
    quoteValidity = sales.text("Quote Validity Calculation")
    // Without anybody to ask, Question is yes (DG-3).
    archivesQuotes = sales.option("Archive Quotes") != 0
    archivesOrders = sales.isTrue("Archive Orders")
    invoiceRounding = sales.isTrue("Invoice Rounding")
    needsExternalNumber = sales.isTrue("Ext. Doc. No. Mandatory")
    for document in NumberedDocument.allCases {
      let code = sales.text(document.rawValue)
      if !code.isEmpty { series[document] = code }
    }
  }
}

/// What a setup names a number series for (DI-5).
enum NumberedDocument: String, CaseIterable, Sendable {
  case quote = "Quote Nos."
  case order = "Order Nos."
  case invoice = "Invoice Nos."
  case creditMemo = "Credit Memo Nos."
  case shipment = "Posted Shipment Nos."
  case postedInvoice = "Posted Invoice Nos."
  case postedCreditMemo = "Posted Credit Memo Nos."
  /// No setup names a series for these: a journal does.
  case payment = "Payment Nos."

  init(_ type: DocumentType) {
    self =
      switch type {
      case .quote: .quote
      case .order, .blanketOrder: .order
      case .invoice: .invoice
      case .creditMemo, .returnOrder: .creditMemo
      }
  }

  /// Where a company counts that names no series.
  var first: String {
    switch self {
    case .quote: "SQ-00001"
    case .order: "S-00001"
    case .invoice: "SI-00001"
    case .creditMemo: "SCR-00001"
    case .shipment: "PSS-00001"
    case .postedInvoice: "PSI-00001"
    case .postedCreditMemo: "PSCR-00001"
    case .payment: "PAY-00001"
    }
  }
}

/// How amounts of a currency are rounded (DA-2).
struct CurrencyTerms: Hashable, Sendable {
  var amount = RoundingPrecision.amount
  var unit = RoundingPrecision.unitAmount
  var vatRounding = DecimalRounding.nearest
  var invoice = RoundingPrecision.amount
  var invoiceRounding = DecimalRounding.nearest

  init() {}

  /// - Parameter name: whose precisions they are, for the message.
  init(
    amount: DecimalValue, unit: DecimalValue, vatRounding: Int32, invoice: DecimalValue,
    invoiceRounding: Int32, of name: String
  ) throws {
    do throws(AmountRefusal) {
      self.amount = try RoundingPrecision(amount)
      self.unit = try RoundingPrecision(unit)
    } catch {
      throw Refusal("\(name): \(error.sentence)")
    }
    self.vatRounding = Self.direction(vatRounding)
    // A currency without a precision for invoices rounds them as any amount.
    self.invoice = (try? RoundingPrecision(invoice)) ?? self.amount
    self.invoiceRounding = Self.direction(invoiceRounding)
  }

  private static func direction(_ option: Int32) -> DecimalRounding {
    switch option {
    case 1: .up
    case 2: .down
    default: .nearest
    }
  }
}
