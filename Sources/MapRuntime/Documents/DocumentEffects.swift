/// What a document mapping couples in Business Central: what can happen to it depends on that.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  case order
  case quote
  case postedInvoice = "posted-invoice"

  /// Whether the event happens to documents of this kind.
  public func has(_ event: DocumentEvent) -> Bool {
    switch event {
    case .created: true
    case .updated, .released, .shipped, .completelyShipped, .invoiced, .completelyInvoiced,
      .deleted:
      self == .order
    case .revised, .won, .lost: self == .quote
    case .unpaid, .paidPartly, .paid, .cancelled: self == .postedInvoice
    }
  }
}

/// What can happen to a document that a mapping answers with effects (`after`).
public enum DocumentEvent: String, Sendable, CaseIterable {
  case created
  case updated
  case released
  case shipped
  case completelyShipped = "completely-shipped"
  case invoiced
  case completelyInvoiced = "completely-invoiced"
  case deleted
  case revised
  case won
  case lost
  case unpaid
  case paidPartly = "paid-partly"
  case paid
  case cancelled
}

extension DocumentPolicy {
  /// What follows an event.
  public struct Effect: Hashable, Sendable {
    public var event: DocumentEvent
    /// The state into which the Sales document is brought.
    public var state: DocumentState?
    /// Fields of the Sales document and of the BC document that are written.
    public var setSales: [Assignment]
    public var setBC: [Assignment]
    public var uncouples: Bool
    /// The Sales lookup to the quote of which a copy goes to the archive in Business Central, and
    /// whose number the order gets (R E-19). The quote itself stays.
    public var archive: String?
    public var releases: Bool
    /// The host's function that is called (`CompiledMapping.call`).
    public var call: String?

    public init(
      event: DocumentEvent, state: DocumentState? = nil, setSales: [Assignment] = [],
      setBC: [Assignment] = [], uncouples: Bool = false, archive: String? = nil,
      releases: Bool = false, call: String? = nil
    ) {
      self.event = event
      self.state = state
      self.setSales = setSales
      self.setBC = setBC
      self.uncouples = uncouples
      self.archive = archive
      self.releases = releases
      self.call = call
    }
  }
}

/// What shows on a Sales record's timeline (F21, R F-14).
public enum TimelineEvent: String, Sendable, CaseIterable {
  case released
  case shipped
  case invoiced
}

/// Which way notes travel with a document (F22, R E-20, F-20).
public enum NotesDirection: String, Sendable, CaseIterable {
  case toBC = "to-bc"
  case toSales = "to-sales"
  case both
}
