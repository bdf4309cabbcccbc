import DefaultMappings
import MapRuntime
import Testing

@Suite("Figures that the host's functions work out")
struct FigureTests {
  private let run = RunValues(now: DateTimeValue(milliseconds: 1_768_467_600_000))

  /// Rows of any table, the records that a test makes.
  private struct Rows: FigureRows {
    let all: [any TableRecord]

    func records<Record: TableRecord>(_ place: Int, as type: Record.Type) -> [Record] {
      all.compactMap { $0 as? Record }
    }
  }

  private func entry(posted: Int32, due: Int32, sales: Int64, open: Int64) -> BC.CustLedgerEntry {
    var entry = BC.CustLedgerEntry.blank
    entry.postingDate = DateValue(days: posted)
    entry.dueDate = DateValue(days: due)
    entry.salesLCY = DecimalValue(sales)
    entry.remainingAmtLCY = DecimalValue(open)
    entry.open = open != 0
    return entry
  }

  @Test("a customer's figures are those of its ledger entries and open orders")
  func customer() throws {
    let today = run.today.days
    var line = BC.SalesLine.blank
    line.documentType = OptionValue(1)
    line.prepmtAmountInvLCY = DecimalValue(80)
    line.prepmtVATAmountInvLCY = DecimalValue(20)
    var quote = line
    quote.documentType = OptionValue(0)
    var ofShipment = BC.SalesLine.blank
    ofShipment.documentType = OptionValue(2)
    ofShipment.shipmentNo = "SH-1"
    ofShipment.outstandingAmountLCY = DecimalValue(7)
    var ofOwn = ofShipment
    ofOwn.shipmentNo = ""
    func year(_ day: Int32) -> BC.AccountingPeriod {
      var period = BC.AccountingPeriod.blank
      period.startingDate = DateValue(days: day)
      period.newFiscalYear = true
      return period
    }
    var month = year(today - 5)
    month.newFiscalYear = false
    var rows = Rows(all: [
      year(today - 20), month, year(today + 20), ofShipment, ofOwn,
      entry(posted: today - 21, due: today, sales: 10_000, open: 0),
      entry(posted: today - 20, due: today, sales: 3, open: 0),
      entry(posted: today + 19, due: today, sales: 5, open: 0),
      entry(posted: today + 20, due: today, sales: 20_000, open: 0),
      entry(posted: today, due: today, sales: 100, open: 100),
      entry(posted: today - 10, due: today - 1, sales: 40, open: 30),
      entry(posted: today - 400, due: today - 300, sales: 1000, open: 5),
      line, quote,
    ])
    var customer = BC.Customer.blank
    customer.balanceLCY = DecimalValue(1000)
    customer.outstandingOrdersLCY = DecimalValue(500)
    customer.shippedNotInvoicedLCY = DecimalValue(150)
    customer.outstandingInvoicesLCY = DecimalValue(100)
    customer.computeFigures(from: &rows, run)
    // Less the invoice of a shipment, which counts as not invoiced, and less the prepayment.
    #expect(customer.totalLCY == DecimalValue(1643))
    #expect(customer.overdueAmountsLCY == DecimalValue(35))
    // The year's first and last day belong to it, whether or not they are past.
    #expect(customer.totalSalesLCY == DecimalValue(148))
    #expect(customer.invoicedPrepaymentLCY == DecimalValue(100))
  }

  @Test(
    "a payment that is dated later leaves its invoice overdue until its day; one that closes it does not"
  )
  func paidLater() throws {
    let today = run.today
    var part = entry(posted: today.days - 30, due: today.days - 1, sales: 0, open: 70)
    part.entryNo = 1
    var whole = entry(posted: today.days - 30, due: today.days - 1, sales: 0, open: 0)
    whole.entryNo = 2
    func payment(_ of: Int64, _ amount: Int64, after days: Int32) -> BC.DetailedCustLedgEntry {
      var detail = BC.DetailedCustLedgEntry.blank
      detail.custLedgerEntryNo = of
      detail.postingDate = DateValue(days: today.days + days)
      detail.amountLCY = DecimalValue(amount)
      return detail
    }
    let details = [
      payment(1, -10, after: -1), payment(1, -5, after: 0), payment(1, -15, after: 1),
      payment(2, -100, after: 1),
    ]
    #expect(HostFunctions.overdueAmounts(today, [part, whole], details) == DecimalValue(85))
  }

  @Test("a contact's business partner is the customer first, the vendor second")
  func partner() {
    var vendor = BC.ContactBusinessRelation.blank
    vendor.linkToTable = OptionValue(2)
    vendor.no = "V1"
    var customer = vendor
    customer.linkToTable = OptionValue(1)
    customer.no = "C1"
    #expect(HostFunctions.businessPartner([vendor, customer]) == "C1")
    #expect(HostFunctions.businessPartner([vendor]) == "V1")
    #expect(HostFunctions.businessPartner([]) == nil)
  }
}
