import MapRuntime

/// What a posting made.
public struct PostedDocument: Hashable, Sendable {
  /// A document with its id and its number.
  public struct Made: Hashable, Sendable {
    public let id: Guid
    public let number: String
  }

  /// Nil where nothing was shipped.
  public internal(set) var shipment: Made?
  /// Nil where nothing was invoiced.
  public internal(set) var invoice: Made?
  /// Whether the document was complete, and so is not there any more (DC-19).
  public internal(set) var isComplete = false
}

/// A posting of an order or an invoice (DC-5 to DC-20).
struct BusinessPosting {
  let session: WriteSession
  var document: BusinessDocument
  let quantities: QuantityPosting
  let date: DateValue
  var made = PostedDocument()

  /// - Throws: `Refusal`, where there is nothing to post or something forbids it (DC-5, DC-6).
  init(
    _ document: BusinessDocument, ships: Bool, invoices: Bool, in session: WriteSession
  ) throws {
    self.session = session
    var document = document
    guard document.type == .order || document.type == .invoice else {
      throw Refusal("\(document.shown) cannot be posted")
    }
    guard let date = document.header.date(.postingDate) else {
      throw Refusal("\(document.shown) needs a Posting Date")
    }
    guard document.header.date(.documentDate) != nil else {
      throw Refusal("\(document.shown) needs a Document Date")
    }
    self.date = date
    try document.release()
    let isInvoice = document.type == .invoice
    let lines = document.lines.indices.map { document.quantities($0) }
    let posting = try document.counting { _ throws(AmountRefusal) in
      try QuantityPosting(
        ships: ships || isInvoice, invoices: invoices || isInvoice, of: lines)
    }
    guard let posting else { throw Refusal("there is nothing to post in \(document.shown)") }
    quantities = posting
    self.document = document
    try check()
  }

  /// DC-6.
  private func check() throws {
    let (header, setup, shown) = (document.header, document.setup, document.shown)
    if let from = setup.postingFrom, date < from { throw outsidePeriod }
    if let to = setup.postingTo, to < date { throw outsidePeriod }
    if quantities.invoices, header.date(.dueDate) == nil {
      throw Refusal("\(shown) needs a Due Date")
    }
    for field in [HeaderField.sellToCustomer, .billToCustomer] {
      guard let customer = try document.company.record("Customer", header.text(field)) else {
        throw Refusal("\(shown): there is no customer '\(header.text(field))'")
      }
      try document.checkBlocked(customer, isPosting: true, ships: quantities.ships)
    }
    if setup.needsExternalNumber, header.text(.externalNumber).isEmpty {
      throw Refusal("\(shown) needs an External Document No.")
    }
    guard quantities.ships, header.option(.shippingAdvice) == 1 else { return }
    for index in document.lines.indices where document.lineType(index) == .item {
      let line = document.quantities(index)
      guard line.toShip == (try? line.outstanding()) else {
        throw Refusal(
          "\(document.shown(line: index)): the order is shipped in full or not at all")
      }
    }
  }

  /// A line's quantities afterwards.
  private func posted(_ line: LineQuantities) throws -> LineQuantities {
    do throws(AmountRefusal) {
      return try quantities.posted(line, document.shippingDefault)
    } catch {
      throw Refusal("\(document.shown): \(error.sentence)")
    }
  }

  private var outsidePeriod: Refusal {
    Refusal("\(document.shown): \(date) is outside the period in which posting is allowed")
  }

  /// Makes shipment, invoice and entries, and leaves of the document what is still to do.
  mutating func post() throws -> PostedDocument {
    let before = document.lines.indices.map { document.quantities($0) }
    let after = try before.map { try posted($0) }
    made.isComplete = quantities.completes(after)
    let isArchived = document.type == .order && document.setup.archivesOrders
    if isArchived, quantities.ships, !made.isComplete { try session.archive(&document) }
    if quantities.ships {
      if document.type == .order { try ship(before) }
      if document.type == .invoice { try takeStock(before, "", .salesInvoice) }
    }
    if quantities.invoices { try invoice(before) }
    if made.isComplete {
      if isArchived {
        // Its last version says that all of it is shipped and invoiced (DG-3).
        for index in document.lines.indices { try document.take(after[index], at: index) }
        try session.archive(&document)
      }
      try session.remove(document, isInvoiced: true)
      return made
    }
    for index in document.lines.indices {
      try document.take(after[index], at: index)
    }
    document.header.set(.ship, false)
    document.header.set(.invoice, false)
    try session.save(&document)
    return made
  }
}

extension WriteSession {
  /// Ships and invoices what the lines of a document say, as far as there is something (DC-5). An
  /// open document is released on the way, and an order that remains stays so (DB-8).
  public func post(_ id: Guid, ship: Bool, invoice: Bool) throws -> PostedDocument {
    var posting = try BusinessPosting(
      existing(id), ships: ship, invoices: invoice, in: self)
    return try posting.post()
  }
}
