import MapRuntime

/// Parts of a document that are posted (DC-2, DC-3).
extension WriteSession {
  /// Says how much of some lines to ship and to invoice, and posts: all of it, or nothing where the
  /// system refuses a part.
  /// - Parameter quantities: by Line No.; other lines are posted as they stand.
  /// - Throws: `Refusal`, where there is no such line or it cannot be that much.
  public func post(
    _ id: Guid, ship: Bool, invoice: Bool, quantities: [Int64: DecimalValue]
  ) throws -> PostedDocument {
    var document = try existing(id)
    for (number, quantity) in quantities.sorted(by: { $0.key < $1.key }) {
      let index = document.lines.indices.first { document.lines[$0].integer(.lineNumber) == number }
      guard let index else { throw Refusal("\(document.shown) has no line \(number)") }
      if ship { try document.takeQuantity(.quantityToShip, quantity, at: index) }
      if invoice { try document.takeQuantity(.quantityToInvoice, quantity, at: index) }
      if invoice, !ship { try document.check(invoiced: quantity, at: index) }
    }
    if !quantities.isEmpty { try save(&document) }
    return try post(id, ship: ship, invoice: invoice)
  }
}

extension BusinessDocument {
  /// Without shipping, what is shipped and not invoiced is all that can be invoiced; less than was said
  /// would be invoiced otherwise (DC-3).
  fileprivate func check(invoiced quantity: DecimalValue, at index: Index) throws {
    let quantities = quantities(index)
    let most = try quantities.shipped - quantities.invoiced
    guard quantity.isNegative ? quantity < most : quantity > most else { return }
    throw Refusal(
      "\(shown(line: index)): \(quantity) cannot be invoiced, as \(most) of it is shipped and not "
        + "invoiced; ship the rest, or post both in one go")
  }
}
