import MapRuntime

/// What happens to orders, quotes and invoices.
public protocol ScenarioDocuments: Sendable {
  /// Does with a document what a person does.
  /// - Returns: what came of it, where the step makes something.
  func perform(
    _ step: DocumentStep, on document: RecordAddress
  ) async throws(ScenarioProblem) -> RecordAddress?
  func createOrders(_ orders: [RecordAddress]) async throws(ScenarioProblem)
  func processQuotes(_ quotes: [RecordAddress]) async throws(ScenarioProblem)
  func note(_ record: RecordAddress, text: String) async throws(ScenarioProblem)
  func sendInvoices() async throws(ScenarioProblem)
  func updateInvoiceStatus() async throws(ScenarioProblem)
  /// Nil for all accounts.
  func updateStatistics(_ accounts: [RecordAddress]?) async throws(ScenarioProblem)
}
