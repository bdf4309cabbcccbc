import MapLanguage

/// Whether and when a mapping creates on one side.
public struct EffectiveCreate: Sendable {
  public let enabledBy: String?
  public let when: EffectiveWhen?
  public let rule: CreateRule
}
