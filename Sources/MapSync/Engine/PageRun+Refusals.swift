import MapRuntime

/// What a refusal means for its record: held while another is missing, else failed (F6, F12).
extension PageRun {
  mutating func refuse(_ place: Int, _ refusal: RecordRefusal, _ keys: ArraySlice<ReferenceKey>) {
    let slot = run.slots.firstIndex { $0.rule == refusal.rule }
    let key = slot.map { keys[keys.startIndex + $0] }
    switch refusal.reason {
    case .waiting, .uncoupled:
      let missing = slot.flatMap { slot in key.flatMap { run.resolver.missing($0, slot) } }
      let subject = missing.map { "'\($0.shown)'" } ?? "a record"
      let mapping = slot.map { run.slots[$0].mappings.joined(separator: " or ") } ?? ""
      let isWaiting = refusal.reason == .waiting
      note(
        place, isWaiting ? .held : .failed,
        "\(isWaiting ? "waits for" : "refers to") \(subject) of \(mapping), which is not coupled",
        rule: refusal.rule, missing: missing)
    default:
      fail(place, Explanation.of(refusal, Way.Mapping.self), rule: refusal.rule)
    }
  }

  /// References that could not be written yet.
  mutating func noteLaters(
    _ place: Int, _ references: ArraySlice<ResolvedReference>, _ keys: ArraySlice<ReferenceKey>
  ) {
    for slot in run.slots.indices where run.slots[slot].uncoupled == .later {
      guard references[references.startIndex + slot] == .uncoupled,
        let missing = run.resolver.missing(keys[keys.startIndex + slot], slot)
      else { continue }
      note(
        place, .later, "follows once '\(missing.shown)' is coupled",
        rule: run.slots[slot].rule, missing: missing)
    }
  }
}
