extension StateSchema {
  /// What created a page's records is one row, to which their couplings point: an event a record
  /// would be three more trees to write. When a coupling goes, the event stays.
  static let version2 = """
    CREATE TABLE origins (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind INTEGER NOT NULL, mapping TEXT NOT NULL,
      direction INTEGER NOT NULL, job INTEGER, last_event INTEGER NOT NULL
    ) STRICT;

    ALTER TABLE couplings ADD COLUMN origin INTEGER;

    CREATE TRIGGER couplings_end AFTER DELETE ON couplings WHEN old.origin IS NOT NULL BEGIN
      INSERT INTO events (at, kind, mapping, direction, bc_id, sales_id, job, message)
      SELECT at, kind, mapping, direction, old.bc_id, old.sales_id, job, ''
      FROM origins WHERE id = old.origin;
    END;
    """
}
