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
    guard let series = NumberSeries(first: first) else {
      throw .unknown("the number series '\(first)' of '\(table)' does not end in digits")
    }
    try write(by: .system, company: company) { $0.save(series, as: table) }
  }
}
