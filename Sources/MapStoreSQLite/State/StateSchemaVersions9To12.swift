/// What mappings did (B7), when they run (R L-8), what their jobs met, and what
/// records were called whose couplings ended.
extension StateSchema {
  /// What mappings did, and by which of it a coupling was written in each direction. Older couplings
  /// keep nothing of it: what the state learns first of their mapping stands for them. And which
  /// two-way fields mappings had, so that digests of fields are read when a mapping has others. A
  /// number takes a byte or two of a coupling's row.
  static let version9 = """
    CREATE TABLE effects (
      number INTEGER PRIMARY KEY AUTOINCREMENT, pair INTEGER NOT NULL, mapping TEXT NOT NULL,
      direction INTEGER NOT NULL, digest INTEGER NOT NULL,
      UNIQUE (pair, mapping, direction, digest)
    ) STRICT;

    CREATE TABLE layouts (fields TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

    ALTER TABLE couplings ADD COLUMN to_sales_effect INTEGER;

    ALTER TABLE couplings ADD COLUMN to_bc_effect INTEGER;
    """

  /// The seconds that the schedule said when a mapping's next run was noted, so that another schedule
  /// counts from then on; none where something else decided it, or an older program noted it.
  static let version10 = """
    ALTER TABLE schedules ADD COLUMN pause INTEGER;
    """

  /// What each job met, which stays whatever becomes of the records; what older programs noted is kept
  /// as far as it is still there. An entry itself says how its record stands now.
  static let version11 = """
    CREATE TABLE job_entries (
      job INTEGER NOT NULL, mapping TEXT NOT NULL, direction INTEGER NOT NULL,
      source BLOB NOT NULL, pair INTEGER NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL,
      target BLOB, message TEXT NOT NULL, rule TEXT, missing_pair INTEGER, missing_side INTEGER,
      missing_key TEXT, missing_id BLOB, at INTEGER NOT NULL, conflict TEXT,
      PRIMARY KEY (job, direction, source)
    ) STRICT, WITHOUT ROWID;

    INSERT INTO job_entries SELECT job, mapping, direction, source, pair, kind, name, target,
      message, rule, missing_pair, missing_side, missing_key, missing_id, at, conflict
    FROM entries WHERE job IS NOT NULL AND job <> 0;

    DROP INDEX entries_job;
    """

  /// The key of Business Central by which the record was coupled, in what the history says of the end:
  /// a record that is gone with its coupling is found by it.
  static let version12 = """
    ALTER TABLE events ADD COLUMN key TEXT;

    CREATE INDEX events_key ON events (key) WHERE key IS NOT NULL;
    """
}
