import MapRuntime

/// What can be said of one record on its own (B7).
public struct RecordFacts: Hashable, Sendable {
  public let side: Side
  public let table: String
  public let id: Guid
  /// The BC key, or the Sales record's name.
  public let name: String
  /// The BC key as couplings keep it; '' on the Sales side.
  public let key: String
  public let version: RecordVersion
  public let company: Guid?
  /// Whether the mapping's filter takes it.
  public let isWithinFilter: Bool
  /// The conditions of the filter that it does not pass, for people; of several one must hold.
  public let failed: [String]

  /// What is said of a record that a filter leaves out.
  public static func outside(_ failed: [String]) -> String {
    let why = failed.joined(separator: "; or ")
    return "is outside the mapping's filter" + (why.isEmpty ? "" : ": \(why)")
  }
}
