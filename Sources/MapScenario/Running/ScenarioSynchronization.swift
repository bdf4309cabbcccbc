/// What the engine is told to do.
public protocol ScenarioSynchronization: Sendable {
  /// Couples two records without a run; in step, the next run has nothing to do with them.
  func assume(
    mapping: String, bc: RecordAddress, sales: RecordAddress, isInStep: Bool, isSkipped: Bool
  ) async throws(ScenarioProblem)

  /// A scheduled run of each mapping, both directions.
  func synchronize(_ mappings: MappingChoice) async throws(ScenarioProblem)
  func synchronizeNow(
    mapping: String, _ records: [RecordAddress], _ direction: SynchronizeDirection
  ) async throws(ScenarioProblem)
  func fullSynchronization(_ mappings: MappingChoice) async throws(ScenarioProblem)

  func couple(
    mapping: String, bc: RecordAddress, sales: RecordAddress
  ) async throws(ScenarioProblem)
  func createAndCouple(
    mapping: String, _ records: [RecordAddress]
  ) async throws(ScenarioProblem)
  func match(mapping: String) async throws(ScenarioProblem)
  /// Nil for all.
  func uncouple(mapping: String, _ records: [RecordAddress]?) async throws(ScenarioProblem)

  func findDeleted(mapping: String) async throws(ScenarioProblem)
  func restore(mapping: String, _ records: [RecordAddress]) async throws(ScenarioProblem)
  func deletePartner(mapping: String, _ records: [RecordAddress]) async throws(ScenarioProblem)
  func review() async throws(ScenarioProblem)

  /// Runs whatever is due.
  func runJobs() async throws(ScenarioProblem)
  /// Nil for all records of the mapping.
  func retry(mapping: String, _ records: [RecordAddress]?) async throws(ScenarioProblem)
}
