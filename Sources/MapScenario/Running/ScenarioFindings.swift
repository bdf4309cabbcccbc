import MapRuntime
import MapSync

/// What can be read at the end.
public protocol ScenarioFindings: Sendable {
  /// The values of some fields, in their order; nil where there is no such record.
  func values(
    of record: RecordAddress, _ fields: [String]
  ) async throws(ScenarioProblem) -> [Value]?
  /// The ids of a table's records.
  func ids(_ side: Side, _ table: String) async throws(ScenarioProblem) -> [Guid]
  /// The couplings that a mapping's tables have in this company.
  func couplings(mapping: String) async throws(ScenarioProblem) -> [Coupling]
  /// The counters of the last job of its kind.
  func lastJob(
    mapping: String, _ direction: Direction, _ kind: Job.Kind
  ) async throws(ScenarioProblem) -> JobCounters?
  /// Records that failed or are held now.
  func entries() async throws(ScenarioProblem) -> [Entry]
  /// What the last review recommends, by mapping.
  func recommendations() async throws(ScenarioProblem) -> [String: FullRunLine.Recommendation]
}
