import MapLanguage
import MapRuntime

/// Values for a new record on one side.
public struct EffectiveTemplate: Sendable {
  public let to: Side
  public let when: EffectiveWhen?
  public let set: [EffectiveAssignment]
  public let origin: RecordTemplate
}
