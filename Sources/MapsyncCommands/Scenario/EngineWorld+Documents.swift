import EmbeddedSystems
import MapDocuments
import MapRuntime
import MapScenario
import MapSync

/// What people and the engine do with documents.
extension EngineWorld {
  func perform(
    _ step: DocumentStep, on document: RecordAddress
  ) async throws(ScenarioProblem) -> RecordAddress? {
    try await attempt {
      try Self.taken(
        pair.system(document.side).perform(step, on: document, company: company(document.side))
      ).made
    }
  }

  func createOrders(_ orders: [RecordAddress]) async throws(ScenarioProblem) {
    try await take(orders, .order)
  }

  func processQuotes(_ quotes: [RecordAddress]) async throws(ScenarioProblem) {
    try await take(quotes, .quote)
  }

  /// Takes documents in, each with its own outcome.
  private func take(
    _ documents: [RecordAddress], _ kind: DocumentKind
  ) async throws(ScenarioProblem) {
    try await attempt {
      let mapping = try integration.documents(of: kind)
      guard let direction = DocumentList.direction(mapping) else { return }
      let ids = try await ids(of: documents, direction.source, mapping)
      _ = try await Synchronizer(integration).run(mapping, direction, .create, ids: ids)
    }
  }

  func note(_ record: RecordAddress, text: String) async throws(ScenarioProblem) {
    try await attempt {
      let company = company(record.side)
      guard try pair.system(record.side).record(record.table, record.id, company: company) != nil
      else { throw ScenarioProblem("there is no such record in '\(record.table)'") }
      switch record.side {
      case .bc:
        try Self.taken(pair.bc.act(company: company) { try $0.addNote(text, to: record.id) })
      case .sales:
        let subject = Value.lookup(Lookup(table: record.table, id: record.id))
        _ = try Self.taken(
          pair.sales.create("annotation", ["objectid": subject, "notetext": .text(text)]))
      }
    }
  }

  /// All posted invoices that are not in Sales, as somebody who selects them all.
  func sendInvoices() async throws(ScenarioProblem) {
    try await attempt {
      let mapping = try integration.documents(of: .postedInvoice)
      guard let direction = DocumentList.direction(mapping) else { return }
      let waiting = try await DocumentList(integration, mapping).lines(
        withTaken: false, limit: 1000)
      let couplings = try await integration.state.couplings(
        mapping.pair, direction.source, ids: waiting.map(\.id))
      _ = try await Synchronizer(integration).run(
        mapping, direction, .create,
        ids: zip(waiting, couplings).filter { $1 == nil }.map(\.0.id))
    }
  }

  func updateInvoiceStatus() async throws(ScenarioProblem) {
    try await attempt {
      let mapping = try integration.documents(of: .postedInvoice)
      guard let direction = DocumentList.direction(mapping) else { return }
      _ = try await Synchronizer(integration).refresh(mapping, direction, .all)
    }
  }

  func updateStatistics(_ accounts: [RecordAddress]?) async throws(ScenarioProblem) {
    try await attempt {
      for mapping in try integration.statistics {
        var customers: [Guid]?
        if let accounts {
          customers = []
          // Accounts are coupled by the mappings to which the figures write back.
          for write in mapping.document?.writeBack ?? [] {
            guard let partner = integration.mapping(write.mapping) else { continue }
            customers = try await ids(of: accounts, .bc, partner)
          }
        }
        _ = try await integration.updateStatistics(mapping, customers)
        _ = try await integration.refreshInvoices(of: customers, mapping)
      }
    }
  }
}
