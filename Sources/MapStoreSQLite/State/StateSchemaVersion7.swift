extension StateSchema {
  /// Sales records of couplings that were taken apart, until their company is taken from them.
  static let version7 = """
    CREATE TABLE releases (
      pair INTEGER NOT NULL, sales_id BLOB NOT NULL, PRIMARY KEY (pair, sales_id)
    ) STRICT, WITHOUT ROWID;
    """
}
