import MapRuntime
import MapScenario

/// Documents, which this build does not handle yet.
extension EngineWorld {
  func createOrders(_ orders: [RecordAddress]) throws(ScenarioProblem) { try refused() }
  func processQuotes(_ quotes: [RecordAddress]) throws(ScenarioProblem) { try refused() }
  func post(
    _ order: RecordAddress, _ steps: [PostingStep], quantities: [Int: DecimalValue]
  ) throws(ScenarioProblem) { try refused() }
  func reopen(_ document: RecordAddress) throws(ScenarioProblem) { try refused() }
  func archive(_ document: RecordAddress) throws(ScenarioProblem) { try refused() }
  func pay(_ order: RecordAddress, amount: DecimalValue) throws(ScenarioProblem) { try refused() }
  func unapply(_ order: RecordAddress) throws(ScenarioProblem) { try refused() }
  func cancelInvoice(_ order: RecordAddress) throws(ScenarioProblem) { try refused() }
  func correctInvoice(_ order: RecordAddress) throws(ScenarioProblem) { try refused() }
  func note(_ record: RecordAddress, text: String) throws(ScenarioProblem) { try refused() }
  func sendInvoices() throws(ScenarioProblem) { try refused() }
  func updateInvoiceStatus() throws(ScenarioProblem) { try refused() }
  func updateStatistics(_ accounts: [RecordAddress]?) throws(ScenarioProblem) { try refused() }

  private func refused() throws(ScenarioProblem) {
    throw ScenarioProblem("documents are not part of this build yet")
  }
}
