import MapRuntime

/// Whole documents, on either side.
extension WriteSession {
  /// Creates or replaces a document: all of it, or nothing where the system refuses a part.
  /// - Throws: errors of the database and of the review; what is refused is an outcome.
  public func write<Header: RowContent, Line: RowContent>(
    _ content: DocumentContent<Header, Line>, review: DocumentReview<Header>? = nil
  ) throws -> DocumentOutcome {
    do {
      return try guarded(true) {
        if let tables = schema.business { return try writeBusiness(content, tables, review) }
        throw SystemFailure.unknown("'\(content.header.plan.table.name)' holds no documents")
      }
    } catch let refusal as Refusal {
      return .refused(refusal.sentence)
    } catch {
      // What was found may be what was just undone.
      forgetKeys()
      throw error
    }
  }
}

extension EmbeddedSystem {
  /// Creates or replaces documents, each all or nothing, with an outcome each.
  /// - Parameter isApart: whether each has a transaction of its own, which others see as soon as it
  ///   is done; otherwise all have one together.
  public func write<Header: RowContent, Line: RowContent>(
    documents: [DocumentContent<Header, Line>], isApart: Bool = false, by author: Author,
    company: Company? = nil
  ) throws(SystemFailure) -> [DocumentOutcome] {
    let number = company?.number ?? 0
    guard isApart else {
      return try write(by: author, company: number) { session in
        try documents.map { try session.write($0) }
      }
    }
    var outcomes: [DocumentOutcome] = []
    outcomes.reserveCapacity(documents.count)
    for document in documents {
      outcomes.append(try write(by: author, company: number) { try $0.write(document) })
    }
    return outcomes
  }
}
