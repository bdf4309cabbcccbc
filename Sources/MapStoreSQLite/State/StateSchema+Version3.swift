extension StateSchema {
  /// Who opened an intent: a writer's number; 0 for nobody who is known.
  static let version3 = """
    ALTER TABLE intents ADD COLUMN writer INTEGER NOT NULL DEFAULT 0;
    """
}
