import MapRuntime
import MapSync

/// Which records a run may take up again (R D-17, D-37; F6). Whether what they wait for is there,
/// only the systems can say: a key may be another record's by now.
enum DueQuery {
  /// `?1` mapping, `?2` direction, `?3` the id after which to begin, or the only one that is meant, `?4`
  /// the limit, `?5` 1 to leave out what failed.
  static func sql(_ direction: Direction, isOfOne: Bool = false) -> String {
    let held = [Entry.Kind.held, .later, .interrupted].map { String($0.rawValue) }.joined(
      separator: ", ")
    // A coupling that rests is left out in both directions. What failed waits for nothing.
    return """
      SELECT source, CASE WHEN kind IN (\(held)) THEN missing_side END, missing_key, missing_id,
      rule, (SELECT bc FROM pairs WHERE id = missing_pair),
      (SELECT sales FROM pairs WHERE id = missing_pair)
      FROM entries AS e
      WHERE mapping = ?1 AND direction = ?2 AND source \(isOfOne ? "=" : ">") ?3 AND (kind IN (\(held))
        OR (?5 = 0 AND kind = \(Entry.Kind.failed.rawValue) AND NOT EXISTS (
          SELECT 1 FROM couplings AS c WHERE c.pair = e.pair
          AND c.\(direction.source.couplingColumn) = e.source AND c.skipped = 1)))
      ORDER BY source LIMIT ?4
      """
  }

  static func read(_ row: StateRow) throws -> DueRecord {
    DueRecord(
      try row.guid(0), missing: try missing(row), rule: row.optional(4, StateRow.text))
  }

  private static func missing(_ row: StateRow) throws -> Entry.Missing? {
    guard !row.isNull(1) else { return nil }
    return Entry.Missing(
      pair: TablePair(bc: row.text(5), sales: row.text(6)), side: try row.choice(1),
      key: row.text(2), id: try row.optional(3, StateRow.guid))
  }
}
