extension StateSchema {
  /// What may still be on its way is a whole write, not the id of a new target alone.
  static let version6 = """
    ALTER TABLE reservations ADD COLUMN write BLOB;

    ALTER TABLE reservations ADD COLUMN format INTEGER NOT NULL DEFAULT 2;
    """
}
