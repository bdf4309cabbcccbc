extension StateSchema {
  /// Who opened an intent. Since leases say who runs a mapping, nobody reads it.
  static let version3 = """
    ALTER TABLE intents ADD COLUMN writer INTEGER NOT NULL DEFAULT 0;
    """
}
