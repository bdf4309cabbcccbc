import MapRuntime

/// What people do with documents, beside filling them in.
extension WriteSession {
  /// Releases a document (DB-1 to DB-4).
  public func release(_ id: Guid) throws {
    try act(id) { document in try document.release() }
  }

  /// Reopens a released document, so that it can be changed again (DB-6).
  public func reopen(_ id: Guid) throws {
    try act(id) { document in try document.reopen() }
  }

  /// Writes a note on a record.
  public func addNote(_ text: String, to id: Guid) throws {
    try add([DocumentNote(system.newID(), text)], to: id)
  }

  private func act(_ id: Guid, _ body: (inout BusinessDocument) throws -> Void) throws {
    var document = try existing(id)
    try body(&document)
    try save(&document)
  }

  /// The document of an id, for an action.
  func existing(_ id: Guid) throws -> BusinessDocument {
    guard let tables = schema.business else {
      throw Refusal("there are no sales documents here")
    }
    guard let document = try document(id, tables) else {
      throw Refusal("there is no sales document \(id)")
    }
    return document
  }

  /// A document is deleted by somebody: kept in the archive where the setup says so (DC-24, DG-3).
  func deleteByHand(_ document: BusinessDocument) throws {
    for index in document.lines.indices {
      let quantities = document.quantities(index)
      guard quantities.shipped == quantities.invoiced else {
        throw Refusal("\(document.shown(line: index)) is shipped and not invoiced yet")
      }
    }
    var document = document
    if document.isArchivedByItself { try archive(&document) }
    try remove(document, isInvoiced: document.isInvoicedWhole)
  }
}

extension BusinessDocument {
  /// Whether something of it was invoiced, and nothing of it is left to invoice (R F-3).
  var isInvoicedWhole: Bool {
    let quantities = lines.indices.map { self.quantities($0) }
    return quantities.contains { $0.invoiced != 0 }
      && quantities.allSatisfy(\.isCompletelyInvoiced)
  }

  /// Whether the setup archives such a document before it goes.
  var isArchivedByItself: Bool {
    switch type {
    case .quote: setup.archivesQuotes
    case .order: setup.archivesOrders
    case .invoice, .creditMemo, .blanketOrder, .returnOrder: false
    }
  }
}
