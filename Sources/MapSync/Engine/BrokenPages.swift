/// The intents of pages that ended by a failure between their writes and their record, while the
/// process went on: what they wrote is not known yet (B6).
actor BrokenPages {
  private(set) var intents: Set<IntentID> = []

  func note(_ intent: IntentID) { intents.insert(intent) }
  func forget(_ settled: Set<IntentID>) { intents.subtract(settled) }
}
