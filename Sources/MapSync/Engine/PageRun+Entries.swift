import MapRuntime

/// Notes on records that do not go through.
extension PageRun {
  /// Fails a record with a sentence; nothing of it changes.
  mutating func fail(_ place: Int, _ message: String, rule: Int?) {
    note(place, .failed, message, rule: rule)
  }

  mutating func note(
    _ place: Int, _ kind: Entry.Kind, _ message: String, rule: Int?,
    missing: Entry.Missing? = nil
  ) {
    let record = records[place]
    let entry = Entry(
      mapping: run.mapping.name, direction: Way.direction, kind: kind, sourceID: record.id,
      sourceName: RecordName.of(record.record, id: record.id),
      targetID: rows[place].coupling?.id(Way.direction.target), message: message,
      rule: rule.flatMap { run.mapping.place(ofRule: $0) }, missing: missing, job: run.job,
      at: outcome.at)
    switch kind {
    case .later: rows[place].laters.append(entry)
    case .held:
      rows[place].fate = .held
      rows[place].entry = entry
    case .failed, .skipped:
      rows[place].fate = .failed
      rows[place].entry = entry
    }
  }
}
