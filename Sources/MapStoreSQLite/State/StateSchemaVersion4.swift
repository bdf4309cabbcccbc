extension StateSchema {
  /// Who is at work on which pair of tables; ids that are kept for targets of which a crash left open
  /// whether they were made; and which state of a coupling a run has read. What an older program
  /// declared as an intent stays readable. References go by ids, so that nothing asks for keys often
  /// enough for an index of them.
  static let version4 = """
    CREATE TABLE leases (
      pair INTEGER PRIMARY KEY, fence INTEGER NOT NULL, beat INTEGER NOT NULL, holder TEXT,
      host TEXT NOT NULL, process INTEGER NOT NULL, seat INTEGER NOT NULL,
      token INTEGER NOT NULL, since INTEGER NOT NULL, expires INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE reservations (
      pair INTEGER NOT NULL, direction INTEGER NOT NULL, source BLOB NOT NULL,
      target BLOB NOT NULL, PRIMARY KEY (pair, direction, source)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE couplings ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

    DROP INDEX couplings_key;

    ALTER TABLE intents ADD COLUMN format INTEGER NOT NULL DEFAULT 1;
    """
}
