import MapRuntime
import MapSync

/// An entry query as SQL: a condition without values but numbers and names of mappings, and its three
/// parameters.
struct EntryFilter {
  /// What a job met stays its own; what is asked without one is how records stand now.
  let table: String
  let condition: String
  let mapping: String?
  let direction: Direction?
  let job: JobID?

  init(_ query: EntryQuery) {
    mapping = query.mapping
    direction = query.direction
    job = query.job
    table = query.job == nil ? "entries" : "job_entries"
    var parts = [
      query.mapping == nil ? "?1 IS NULL" : "mapping = ?1",
      query.direction == nil ? "?2 IS NULL" : "direction = ?2",
      query.job == nil ? "?3 IS NULL" : "job = ?3",
    ]
    if !query.kinds.isEmpty {
      let numbers = query.kinds.map { String($0.rawValue) }.joined(separator: ", ")
      parts.append("kind IN (\(numbers))")
    }
    if let among = query.among {
      let names = among.map { "'\($0.replacing("'", with: "''"))'" }
      parts.append("mapping IN (\(names.joined(separator: ", ")))")
    }
    condition = parts.joined(separator: " AND ")
  }

  /// With the side of the record that `?4` holds: whose source or target it is.
  func condition(_ side: Side?) -> String {
    guard let side else { return "\(condition) AND (source = ?4 OR target = ?4)" }
    let from = side == .bc ? Direction.toSales : .toBC
    return """
      \(condition) AND ((source = ?4 AND direction = \(from.rawValue))
      OR (target = ?4 AND direction <> \(from.rawValue)))
      """
  }
}
