import MapRuntime

/// What happens in a step (README.md#scenarios); records by the names that the scenario
/// gives them.
public enum ScenarioAction: Sendable {
  case create([ScenarioRecord])
  case change(String, set: [ScenarioField], by: ScenarioAuthor)
  case delete(String)

  case synchronize(MappingChoice)
  case synchronizeNow(mapping: String, [String], SynchronizeDirection)
  case fullSynchronization(MappingChoice)

  case couple(mapping: String, bc: String, sales: String)
  case createAndCouple(mapping: String, [String], as: ScenarioName?)
  /// A record gets the name of the partner that another has by now.
  case namePartner(mapping: String, of: String, as: ScenarioName)
  case match(mapping: String)
  /// Nil for all.
  case uncouple(mapping: String, [String]?)

  case createOrders([String])
  case processQuotes([String])
  case document(DocumentStep, of: String, as: ScenarioName?)
  case note(String, text: String)
  case sendInvoices
  case updateInvoiceStatus
  /// Nil for all accounts.
  case updateStatistics([String]?)

  case findDeleted(mapping: String)
  case restore(mapping: String, [String])
  case deletePartner(mapping: String, [String])
  case review

  case runJobs
  case advance(seconds: Int)
  /// Nil for all records of the mapping.
  case retry(mapping: String, [String]?)
  case company(String)
  case fail(String, with: String, times: Int)
  /// What must be true by now.
  case expect(ScenarioExpectation)
}
