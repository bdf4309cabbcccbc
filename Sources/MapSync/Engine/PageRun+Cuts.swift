import MapRuntime

/// Each text that was cut is noted on the job, with the line that says so (B2; LANGUAGE 5).
extension PageRun {
  /// What the conversion of a row has cut.
  mutating func keepCuts(_ place: Int) {
    let taken = notes.take()
    if !taken.isEmpty { cuts[place] = taken }
  }

  /// Notes the cuts that were written: a field that was cut before and stays is no news.
  mutating func noteCuts(_ place: Int, _ row: PageRow) {
    guard !cuts.isEmpty, let found = cuts[place] else { return }
    let written: [CutNotes.Cut]
    switch row.fate {
    case .create: written = found
    case .update:
      let columns = changes[place].columns
      written = found.filter { columns.contains($0.column) }
    default: return
    }
    for cut in written {
      let name = Way.Target.table.columns[cut.column].name
      outcome.events.append(
        HistoryEvent(
          at: outcome.at, kind: .cut, mapping: run.mapping.name, direction: Way.direction,
          bcID: row.coupling?.bcID, salesID: row.coupling?.salesID, job: run.job,
          message: "'\(name)' holds the beginning of a longer text",
          rule: run.mapping.place(ofRule: cut.rule)))
    }
  }
}
