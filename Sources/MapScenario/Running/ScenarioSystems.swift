import MapRuntime

/// What people and time do to the two systems.
public protocol ScenarioSystems: Sendable {
  /// Makes records of both systems under their ids, as one state of the world: each may refer to
  /// any other, whatever their order. The system fills what is not written.
  func state(_ records: [StatedValues]) async throws(ScenarioProblem)
  /// Creates records of both systems under their ids, one after the other, as a person would.
  func create(_ records: [StatedValues]) async throws(ScenarioProblem)
  func change(
    _ record: RecordAddress, _ values: [FieldValue], by author: ScenarioAuthor
  ) async throws(ScenarioProblem)
  func delete(_ record: RecordAddress) async throws(ScenarioProblem)

  /// The options of an open field that were made at run time, by now.
  func options(
    of field: FieldDescription, in table: String, _ side: Side
  ) async throws(ScenarioProblem) -> [FieldDescription.Option]
  /// Makes an option with a label.
  func makeOption(
    _ label: String, of field: FieldDescription, in table: String, _ side: Side
  ) async throws(ScenarioProblem) -> OptionValue

  /// Moves the clock of both systems and the engine.
  func advance(seconds: Int) async throws(ScenarioProblem)
  /// What follows happens in this company.
  func enter(company: String) async throws(ScenarioProblem)
  /// The store refuses that record's next writes.
  func refuse(
    _ record: RecordAddress, with message: String, times: Int
  ) async throws(ScenarioProblem)
}
