import MapRuntime

/// Why a quote is closed without an order (SE-6).
public enum QuoteClosing: Int32, Sendable {
  case lost = 5
  case canceled = 6
}

/// What becomes of quotes.
extension EmbeddedSystem {
  /// Activates a draft, which then is read-only (SE-2).
  public func activateQuote(
    _ id: Guid, by author: Author = .person
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    try move(.quote, id, to: EnteredState(OptionValue(1), OptionValue(2)), by: author)
  }

  /// Closes an active quote as revised and makes its next revision, a draft with the same number and
  /// copies of its fields and lines (SE-3).
  /// - Returns: the new revision.
  public func reviseQuote(
    _ id: Guid, by author: Author = .person
  ) throws(SystemFailure) -> Result<Guid, Refusal> {
    try act(by: author) { session in
      try session.enter(
        EnteredState(OptionValue(3), OptionValue(7)), try session.schema.table("quote"), id)
      let quote = try session.salesRecord("quote", id) ?? [:]
      let revision = (quote["revisionnumber"]?.integer ?? 0) + 1
      return try session.copy(
        .quote, id, to: .quote,
        with: ["revisionnumber": .integer(revision), "quotenumber": quote["quotenumber"] ?? .empty])
    }
  }

  /// Wins an active quote without making an order (SE-5).
  public func winQuote(
    _ id: Guid, by author: Author = .person
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    try act(by: author) { session in
      let table = try session.schema.table("quote")
      // A won quote never changes again (SE-7).
      guard try session.salesRecord("quote", id)?["statecode"]?.option != OptionValue(2) else {
        throw Refusal("\(try session.shown(table, id)) is won already")
      }
      try session.enter(EnteredState(OptionValue(2), OptionValue(4)), table, id)
    }
  }

  /// Makes an order of a quote, which is won with it unless it was before (SE-5). The order refers to
  /// the quote, and each of its lines to the quote's.
  /// - Returns: the order.
  public func convertQuote(
    _ id: Guid, by author: Author = .person
  ) throws(SystemFailure) -> Result<Guid, Refusal> {
    try act(by: author) { session in
      let table = try session.schema.table("quote")
      if try session.salesRecord("quote", id)?["statecode"]?.option != OptionValue(2) {
        try session.enter(EnteredState(OptionValue(2), OptionValue(4)), table, id)
      }
      let quote = Value.lookup(Lookup(table: "quote", id: id))
      guard try session.find("salesorder", ["quoteid": quote]).isEmpty else {
        throw Refusal("\(try session.shown(table, id)) has an order already")
      }
      return try session.copy(
        .quote, id, to: .order, with: ["quoteid": quote], lineField: "quotedetailid")
    }
  }

  /// Closes an active quote (SE-6).
  public func closeQuote(
    _ id: Guid, as closing: QuoteClosing, by author: Author = .person
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    try move(
      .quote, id, to: EnteredState(OptionValue(3), OptionValue(closing.rawValue)), by: author)
  }

  /// Brings a document into a state, by a step that its table has.
  func move(
    _ kind: SalesKind, _ id: Guid, to state: EnteredState, by author: Author
  ) throws(SystemFailure) -> Result<Void, Refusal> {
    let table = try schema.table(kind.rawValue)
    return try act(by: author) { try $0.enter(state, table, id) }
  }
}
