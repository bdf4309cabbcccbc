import EmbeddedSystems
import MapRuntime
import MapStoreSQLite
import MapSync

/// One BC company of a scenario with its engine.
struct ScenarioCompany: Sendable {
  let company: Company
  let integration: Integration
}
