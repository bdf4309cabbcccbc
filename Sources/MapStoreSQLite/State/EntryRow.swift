import Foundation
import MapRuntime
import MapSync

/// An entry as a row.
enum EntryRow {
  /// The missing record's tables are looked up, as there are few.
  static let columns = """
    mapping, direction, kind, source, name, target, message, rule, job, at, missing_side,
    missing_key, (SELECT bc FROM pairs WHERE id = missing_pair),
    (SELECT sales FROM pairs WHERE id = missing_pair), pair, missing_id, conflict
    """

  static func read(_ row: StateRow) throws -> Entry {
    Entry(
      mapping: row.text(0), direction: try row.choice(1), kind: try row.choice(2),
      sourceID: try row.guid(3), sourceName: row.text(4),
      targetID: try row.optional(5, StateRow.guid), message: row.text(6),
      rule: row.optional(7, StateRow.text), missing: try missing(row),
      conflict: try row.optional(16, StateRow.text).map(conflict),
      job: row.optional(8, StateRow.integer), at: row.moment(9))
  }

  private static func conflict(_ text: String) throws -> RecordConflict {
    do {
      return try JSONDecoder().decode(RecordConflict.self, from: Data(text.utf8))
    } catch {
      throw StateRow.damaged("a conflict")
    }
  }

  static func text(of conflict: RecordConflict) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(conflict), as: UTF8.self)
  }

  private static func missing(_ row: StateRow) throws -> Entry.Missing? {
    guard !row.isNull(10) else { return nil }
    return Entry.Missing(
      pair: TablePair(bc: row.text(12), sales: row.text(13)), side: try row.choice(10),
      key: row.text(11), id: try row.optional(15, StateRow.guid))
  }
}
