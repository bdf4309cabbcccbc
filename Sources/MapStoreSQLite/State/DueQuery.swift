import MapRuntime
import MapSync

/// Which records a run takes up again (R D-17, D-37; F6).
enum DueQuery {
  /// `?1` mapping, `?2` direction, `?3` the id after which to begin, `?4` the limit, `?5` 1 to
  /// leave out what failed.
  static func sql(_ direction: Direction) -> String {
    let held = [Entry.Kind.held, .later, .interrupted].map { String($0.rawValue) }.joined(
      separator: ", ")
    // A coupling that rests is left out in both directions. What waits for nothing known is tried.
    return """
      SELECT source FROM entries AS e
      WHERE mapping = ?1 AND direction = ?2 AND source > ?3 AND (
        (?5 = 0 AND kind = \(Entry.Kind.failed.rawValue) AND NOT EXISTS (
          SELECT 1 FROM couplings AS c WHERE c.pair = e.pair
          AND c.\(direction.source.couplingColumn) = e.source AND c.skipped = 1))
        OR (kind IN (\(held)) AND CASE missing_side
          WHEN \(Side.bc.rawValue) THEN EXISTS (
            SELECT 1 FROM couplings AS c INDEXED BY couplings_key
            WHERE c.pair = e.missing_pair AND c.bc_key = e.missing_key)
          WHEN \(Side.sales.rawValue) THEN EXISTS (
            SELECT 1 FROM couplings AS c
            WHERE c.pair = e.missing_pair AND c.sales_id = e.missing_id)
          ELSE 1 END))
      ORDER BY source LIMIT ?4
      """
  }
}
