/// What is written to a record's counterpart in another mapping.
public struct EffectiveWriteBack: Sendable {
  public let mapping: Int
  public let set: [EffectiveAssignment]
}
