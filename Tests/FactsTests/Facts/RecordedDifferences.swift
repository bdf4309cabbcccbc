/// Differences that are meant, each with its reason.
struct RecordedDifferences: Sendable {
  static let columns = [
    "mapping", "variant", "seq-or-column", "bc field", "sales field", "reason", "difference",
  ]

  let entries: [(difference: Difference, reason: String)]

  init(_ table: FactTable) {
    entries = table.rows.map { row in
      let difference = Difference(
        mapping: row["mapping"], variant: row["variant"], place: row["seq-or-column"],
        bc: row["bc field"], sales: row["sales field"], what: row["difference"])
      return (difference, row["reason"])
    }
  }

  /// What is wrong: differences without a reason, reasons without a difference, empty reasons.
  func problems(_ found: [Difference]) -> [String] {
    var open = Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +)
    var problems: [String] = []
    for (difference, reason) in entries {
      if !reason.contains(where: { !$0.isWhitespace }) {
        problems.append("recorded without a reason: " + difference.line(reason: reason))
      }
      if let count = open[difference], count > 0 {
        open[difference] = count - 1
      } else {
        problems.append("recorded, but there is none: " + difference.line(reason: reason))
      }
    }
    for difference in found {
      guard let count = open[difference], count > 0 else { continue }
      open[difference] = count - 1
      problems.append("not recorded: " + difference.line(reason: ""))
    }
    return problems
  }
}
