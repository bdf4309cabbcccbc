import MapSync

/// A record as one mapping sees it.
struct WhyMapping: Encodable {
  let mapping: String
  let file: String
  /// Nil for a record that is gone.
  let isWithinFilter: Bool?
  /// The conditions of the filter that it does not pass; of several one must hold.
  let failedConditions: [String]
  let coupling: WhyCoupling?
  let entries: [WhyEntry]
  /// What the next scheduled run would do with it, by direction.
  let next: [WhyNext]

  var lines: [String] {
    var lines = ["\(mapping) (\(file))"]
    lines.append("  " + (coupling?.text ?? "is not coupled"))
    if let older = coupling?.older, !older.isEmpty {
      lines.append(
        "  was written \(older.joined(separator: " and ")) by an older \(mapping): "
          + "'mapsync full --older \(OlderText.word(mapping))' brings it up to date")
    }
    let outside = RecordFacts.outside(failedConditions)
    // What comes next may say it already.
    if isWithinFilter == false, !next.contains(where: { $0.message == outside }) {
      lines.append("  " + outside)
    }
    for entry in entries { lines += entry.lines.map { "  " + $0 } }
    for next in next { lines.append("  next run \(next.text)") }
    return lines
  }
}
