import MapCheck
import MapLanguage
import MapPlan
import MapSource

/// What the compiler made of a project.
public struct Compilation: Sendable {
  public let sources: SourceSet
  public let model: Model
  /// In the order of files.
  public let findings: [Finding]
  /// Missing where there is an error.
  public let checked: CheckedModel?
  /// Missing where there is an error, or mappings wait for each other.
  public let plan: Plan?
}
