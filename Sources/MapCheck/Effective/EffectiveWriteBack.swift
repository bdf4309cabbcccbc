/// What is written to a record's counterpart in another mapping.
public struct EffectiveWriteBack: Sendable {
  public let mapping: Int
  /// The counterpart's table.
  public let table: Int
  public let set: [EffectiveAssignment]
}
