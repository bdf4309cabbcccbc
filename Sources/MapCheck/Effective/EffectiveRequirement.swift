import MapLanguage

/// A prerequisite that an author states, with its mapping found.
public struct EffectiveRequirement: Sendable {
  public let mapping: Int
  public let when: EffectiveWhen?
  public let origin: Requirement
}
