/// What a run that was killed may have left on its way (B6), and how fields stood (R D-26).
extension StateSchema {
  /// What may still be on its way is a whole write, not the id of a new target alone.
  static let version6 = """
    ALTER TABLE reservations ADD COLUMN write BLOB;

    ALTER TABLE reservations ADD COLUMN format INTEGER NOT NULL DEFAULT 2;
    """

  /// Sales records of couplings that were taken apart, until their company is taken from them.
  static let version7 = """
    CREATE TABLE releases (
      pair INTEGER NOT NULL, sales_id BLOB NOT NULL, PRIMARY KEY (pair, sales_id)
    ) STRICT, WITHOUT ROWID;
    """

  /// How the two-way fields of a coupling stood when its sides agreed last, and what an entry says of
  /// fields that both changed. An older coupling knows nothing of its fields until a run looks at its
  /// records.
  static let version8 = """
    ALTER TABLE couplings ADD COLUMN agreed BLOB;

    ALTER TABLE entries ADD COLUMN conflict TEXT;
    """
}
