import MapRuntime

/// Many records at once, for the demo and for benches.
extension EmbeddedSystem {
  /// Creates records in one transaction: all of them, or none where the system refuses one.
  public func create(
    _ table: String, all records: [[String: Value]], by author: Author = .person,
    company: Company? = nil
  ) throws(SystemFailure) -> Result<[Guid], Refusal> {
    try write(by: author, company: company?.number ?? 0) { session in
      do {
        return .success(
          try session.guarded(true) { try records.map { try session.create(table, $0) } })
      } catch let refusal as Refusal {
        return .failure(refusal)
      }
    }
  }
}
