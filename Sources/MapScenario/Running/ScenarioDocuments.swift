import MapRuntime

/// What happens to orders, quotes and invoices. An order is a BC order, or the Sales order that it
/// came from.
public protocol ScenarioDocuments: Sendable {
  func createOrders(_ orders: [RecordAddress]) async throws(ScenarioProblem)
  func processQuotes(_ quotes: [RecordAddress]) async throws(ScenarioProblem)
  /// Quantities by line number; those of other lines are whole.
  func post(
    _ order: RecordAddress, _ steps: [PostingStep], quantities: [Int: DecimalValue]
  ) async throws(ScenarioProblem)
  func reopen(_ document: RecordAddress) async throws(ScenarioProblem)
  func archive(_ document: RecordAddress) async throws(ScenarioProblem)
  func pay(_ order: RecordAddress, amount: DecimalValue) async throws(ScenarioProblem)
  func unapply(_ order: RecordAddress) async throws(ScenarioProblem)
  func cancelInvoice(_ order: RecordAddress) async throws(ScenarioProblem)
  func correctInvoice(_ order: RecordAddress) async throws(ScenarioProblem)
  func note(_ record: RecordAddress, text: String) async throws(ScenarioProblem)
  func sendInvoices() async throws(ScenarioProblem)
  func updateInvoiceStatus() async throws(ScenarioProblem)
  /// Nil for all accounts.
  func updateStatistics(_ accounts: [RecordAddress]?) async throws(ScenarioProblem)
}
