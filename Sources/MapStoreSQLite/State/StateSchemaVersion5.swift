extension StateSchema {
  /// The state has an id and a line of descent of its own, and knows which files of the two systems
  /// it belongs to and how far it has seen them.
  static let version5 = """
    INSERT INTO meta VALUES ('id', randomblob(16));

    CREATE TABLE descent (number INTEGER PRIMARY KEY AUTOINCREMENT, word INTEGER NOT NULL) STRICT;

    CREATE TABLE systems (
      side INTEGER PRIMARY KEY, file BLOB NOT NULL, version INTEGER NOT NULL,
      word_version INTEGER NOT NULL, word INTEGER NOT NULL
    ) STRICT;
    """
}
