import MapRuntime
import MapSync

/// Which invoices the next run brings into the states of their payments.
extension InvoiceStates {
  /// Those of which the ledger has something new, and those that could not be told before (R H-20). What a
  /// person changed in Sales is no news: no run sees it before the next payment.
  func news(among invoices: [PaidInvoice]) async throws(StoreFailure) -> Set<Guid> {
    guard !invoices.isEmpty, run.mapping.isScheduled else { return [] }
    let asked = Set(invoices.map(\.coupling.bcID))
    var news = Set(try await failed().map(\.sourceID)).intersection(asked)
    var mark = try await state.mark(ledgerMark, Way.direction)
    var hasMore = true
    while hasMore && news.count < asked.count && !Task.isCancelled {
      let page = try await run.source.settlements(
        of: Way.Source.table, since: mark, limit: size)
      news.formUnion(asked.intersection(page.invoices))
      mark = page.next
      hasMore = page.hasMore
    }
    return news
  }

  /// What failed before, and is tried again by each run.
  func failed() async throws(StoreFailure) -> [Entry] {
    try await state.entries(
      EntryQuery(
        mapping: run.mapping.name, direction: Way.direction, kinds: [.failed], limit: .max))
  }

  /// What is said of an invoice that is in another state in Sales, and that no run comes upon.
  ///
  /// - Parameter name: The invoice as a command takes it.
  static func unseen(_ invoice: PaidInvoice, _ name: String) -> String {
    "in Sales it is in another state than \(story(invoice.state, invoice.payment)); a run sees that "
      + "with the next payment, 'mapsync invoices refresh \(name)' at once"
  }
}
