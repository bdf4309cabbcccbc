import MapRuntime

/// What becomes of orders.
extension EmbeddedSystem {
  /// Submits an active order for processing; from then on nobody computes it (SF-2, SD-3).
  public func submitOrder(
    _ id: Guid, by author: Author = .person
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    try move(.order, id, to: EnteredState(OptionValue(1), OptionValue(3)), by: author)
  }

  /// Cancels an order that is active or submitted (SF-3).
  public func cancelOrder(
    _ id: Guid, by author: Author = .person
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    try move(.order, id, to: EnteredState(OptionValue(2), OptionValue(4)), by: author)
  }

  /// Fulfils an order, completely or in part (SF-4).
  public func fulfillOrder(
    _ id: Guid, isComplete: Bool = true, by author: Author = .person
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    let status = OptionValue(isComplete ? 100_001 : 100_002)
    return try move(.order, id, to: EnteredState(OptionValue(3), status), by: author)
  }

  /// Notes that an order was invoiced, which is its end (SF-5).
  public func setOrderInvoiced(
    _ id: Guid, by author: Author = .person
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    try move(.order, id, to: EnteredState(OptionValue(4), OptionValue(100_003)), by: author)
  }

  /// Makes an active invoice of an order with its lines; the order stays in its state (SF-5). Where
  /// another system processes orders, invoices come from there (SD-6).
  /// - Returns: the invoice.
  public func createInvoice(
    ofOrder id: Guid, by author: Author = .person
  ) throws(SystemFailure) -> Result<Guid, Refusal> {
    try act(by: author) { session in
      let table = try session.schema.table("salesorder")
      if author == .person, try session.salesOrganization().isIntegrated {
        throw Refusal(
          "\(try session.shown(table, id)): another system processes orders, and invoices them")
      }
      return try session.copy(
        .order, id, to: .invoice,
        with: ["salesorderid": .lookup(Lookup(table: table.name, id: id))],
        lineField: "salesorderdetailid")
    }
  }
}
