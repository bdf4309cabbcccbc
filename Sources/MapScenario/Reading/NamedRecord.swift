import MapRuntime
import MapSource

/// A record that has a name in a scenario.
struct NamedRecord: Sendable {
  let side: Side
  let table: String
  /// From when on it can be spoken of.
  let stage: ScenarioStage
  let span: Span
}
