extension StateSchema {
  /// A coupling lies in the order of BC ids, without a row number: at a million rows that takes
  /// three trees instead of four, and a fifth less time.
  static let version1 = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE pairs (
      id INTEGER PRIMARY KEY, bc TEXT NOT NULL, sales TEXT NOT NULL, UNIQUE (bc, sales)
    ) STRICT;

    CREATE TABLE couplings (
      pair INTEGER NOT NULL, bc_id BLOB NOT NULL, sales_id BLOB NOT NULL, bc_key TEXT NOT NULL,
      bc_version INTEGER, sales_version INTEGER, bc_modified INTEGER, sales_modified INTEGER,
      to_sales INTEGER NOT NULL, to_bc INTEGER NOT NULL, skipped INTEGER NOT NULL,
      PRIMARY KEY (pair, bc_id), UNIQUE (pair, sales_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX couplings_key ON couplings (pair, bc_key);

    CREATE TABLE entries (
      mapping TEXT NOT NULL, direction INTEGER NOT NULL, source BLOB NOT NULL,
      pair INTEGER NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL, target BLOB,
      message TEXT NOT NULL, rule TEXT, missing_pair INTEGER, missing_side INTEGER,
      missing_key TEXT, missing_id BLOB, job INTEGER, at INTEGER NOT NULL,
      PRIMARY KEY (mapping, direction, source)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entries_source ON entries (source);
    CREATE INDEX entries_target ON entries (target) WHERE target IS NOT NULL;
    CREATE INDEX entries_job ON entries (job) WHERE job IS NOT NULL;

    CREATE TABLE events (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind INTEGER NOT NULL, mapping TEXT NOT NULL,
      direction INTEGER, bc_id BLOB, sales_id BLOB, job INTEGER, message TEXT NOT NULL, rule TEXT
    ) STRICT;
    CREATE INDEX events_bc ON events (bc_id) WHERE bc_id IS NOT NULL;
    CREATE INDEX events_sales ON events (sales_id) WHERE sales_id IS NOT NULL;

    CREATE TABLE jobs (
      id INTEGER PRIMARY KEY AUTOINCREMENT, mapping TEXT NOT NULL, direction INTEGER NOT NULL,
      kind INTEGER NOT NULL, started_by INTEGER NOT NULL, started INTEGER NOT NULL,
      finished INTEGER, message TEXT, inserted INTEGER NOT NULL, modified INTEGER NOT NULL,
      deleted INTEGER NOT NULL, unchanged INTEGER NOT NULL, skipped INTEGER NOT NULL,
      held INTEGER NOT NULL, failed INTEGER NOT NULL, coupled INTEGER NOT NULL,
      uncoupled INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX jobs_mapping ON jobs (mapping, direction);

    CREATE TABLE marks (
      mapping TEXT NOT NULL, direction INTEGER NOT NULL, mark TEXT NOT NULL,
      PRIMARY KEY (mapping, direction)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE intents (
      id INTEGER PRIMARY KEY AUTOINCREMENT, mapping TEXT NOT NULL, direction INTEGER NOT NULL,
      writes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE runs (
      id INTEGER PRIMARY KEY AUTOINCREMENT, started INTEGER NOT NULL, finished INTEGER
    ) STRICT;

    CREATE TABLE lines (
      run INTEGER NOT NULL, mapping TEXT NOT NULL, position INTEGER NOT NULL,
      wave INTEGER NOT NULL, recommendation INTEGER NOT NULL, reason TEXT NOT NULL,
      status INTEGER NOT NULL, bc_count INTEGER NOT NULL, sales_count INTEGER NOT NULL,
      done INTEGER NOT NULL, failed INTEGER NOT NULL, held INTEGER NOT NULL, started INTEGER,
      finished INTEGER, PRIMARY KEY (run, mapping)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE cursors (
      run INTEGER NOT NULL, mapping TEXT NOT NULL, direction INTEGER NOT NULL, after BLOB,
      mark TEXT NOT NULL, finished INTEGER NOT NULL, PRIMARY KEY (run, mapping, direction)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE schedules (
      mapping TEXT PRIMARY KEY, due INTEGER NOT NULL, asleep INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE numbers (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    """
}
