import MapRuntime

extension EmbeddedSystem {
  /// Whose new Sales records are, where nobody says it: a user or a team (R M-8).
  public func setOwner(_ owner: Lookup) throws(SystemFailure) {
    try write(by: .system) { try $0.set("owner", to: owner) }
  }

  /// The user that the integration is in Sales, who has made and changed what it writes.
  public func setUser(_ user: Guid) throws(SystemFailure) {
    try write(by: .system) { try $0.set("user", to: Lookup(table: "systemuser", id: user)) }
  }

  /// The currency of new Sales records, where nobody says it.
  public func setCurrency(_ currency: Guid) throws(SystemFailure) {
    try write(by: .system) {
      try $0.set("currency", to: Lookup(table: "transactioncurrency", id: currency))
    }
  }

  /// How a table's records are numbered: 'CUST00001' begins there, with five digits.
  public func setNumberSeries(
    of table: String, first: String, company: Int64 = 0
  ) throws(SystemFailure) {
    let digits = first.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0, let next = Int64(first.suffix(digits)) else {
      throw .unknown("the number series '\(first)' of '\(table)' does not end in digits")
    }
    try write(by: .system) { session in
      let insert = try RowStatement(
        "INSERT OR REPLACE INTO \"$series\" VALUES (?1, ?2, ?3, ?4, ?5)", on: session.db)
      insert.bind(company, at: 1)
      insert.bind(table, at: 2)
      insert.bind(String(first.dropLast(digits)), at: 3)
      insert.bind(Int64(digits), at: 4)
      insert.bind(next, at: 5)
      try insert.run()
    }
  }
}
