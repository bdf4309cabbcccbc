import MapRuntime

/// What becomes of invoices.
extension EmbeddedSystem {
  /// Notes that an active invoice was paid, completely or in part (SG-2). One that was paid in part
  /// goes back to active first, as `reopenInvoice` or the integration's `reopen` do (SG-3).
  public func payInvoice(
    _ id: Guid, isComplete: Bool = true, by author: Author = .person
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    let status = OptionValue(isComplete ? 100_001 : 100_002)
    return try move(.invoice, id, to: EnteredState(OptionValue(2), status), by: author)
  }

  /// Cancels an invoice (SG-2).
  public func cancelInvoice(
    _ id: Guid, by author: Author = .person
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    try move(.invoice, id, to: EnteredState(OptionValue(3), OptionValue(100_003)), by: author)
  }

  /// Makes a paid or canceled invoice active again, as billed (R H-19).
  public func reopenInvoice(
    _ id: Guid, by author: Author = .person
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    try move(.invoice, id, to: EnteredState(OptionValue(0), OptionValue(4)), by: author)
  }
}
