/// What a record was called whose coupling ended (B7).
extension StateSchema {
  /// The key of Business Central by which the record was coupled, in what the history says of the end:
  /// a record that is gone with its coupling is found by it.
  static let version12 = """
    ALTER TABLE events ADD COLUMN key TEXT;

    CREATE INDEX events_key ON events (key) WHERE key IS NOT NULL;
    """
}
