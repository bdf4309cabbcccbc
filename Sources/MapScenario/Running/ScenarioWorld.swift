/// A fresh pair of systems with an engine between them, where a scenario runs. It is made with the
/// scenario's choices and clock; `ScenarioRunner` does the rest.
public protocol ScenarioWorld: ScenarioSystems, ScenarioSynchronization, ScenarioDocuments,
  ScenarioFindings
{}
