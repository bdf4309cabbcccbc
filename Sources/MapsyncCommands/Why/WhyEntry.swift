/// Why a record did not go through, and whether what it waits for is there by now.
struct WhyEntry: Encodable {
  let entry: EntryAnswer
  /// Nil where it waits for nothing.
  let isMissingCoupledNow: Bool?
  /// Whether that is coupled with a record that is gone.
  let isPartnerGone: Bool
  /// What the record is called that it waits for, with its table; nil where its key says that.
  let missingName: String?

  var lines: [String] {
    var lines = [
      "\(entry.kind) \(entry.direction) at \(entry.at): \(entry.message)"
        + (entry.rule.map { " (\($0))" } ?? "") + (entry.job.map { " [job \($0)]" } ?? "")
    ]
    if let waitsFor = entry.waitsFor, let isCoupled = isMissingCoupledNow {
      lines.append(
        "  waits for \(missingName ?? "\(waitsFor.table):\(waitsFor.key)"), "
          + (isCoupled
            ? "which is coupled by now: the next run takes it"
            : isPartnerGone ? "whose partner is still gone" : "which is still not coupled"))
    }
    return lines
  }
}
