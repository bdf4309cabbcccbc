import MapRuntime
import MapSync

/// Documents that were taken in and that their system no longer has: what became of them, and the way out
/// (R O-20, F-3, E-37).
struct GoneDocuments: Sendable {
  struct Gone: Hashable {
    /// All of it is invoiced: nothing was lost.
    let isPosted: Bool
    /// What happened, with the command that goes on from there.
    let message: String
  }

  private let mapping: BoundMapping
  private let direction: Direction
  private let integration: Integration

  init(_ mapping: BoundMapping, _ direction: Direction, _ integration: Integration) {
    self.mapping = mapping
    self.direction = direction
    self.integration = integration
  }

  /// By the documents that were taken in.
  ///
  /// - Parameter gone: Couplings of which the document that was made is gone.
  func find(_ gone: [Coupling]) async throws(StoreFailure) -> [Guid: Gone] {
    let target = direction.target
    guard !gone.isEmpty else { return [:] }
    let ends =
      target == .bc
      ? try await integration.bc.ends(of: gone.map(\.bcID), in: mapping.table(.bc)) : [:]
    let names = try await RecordNames(
      integration, direction.source, mapping.table(direction.source).name,
      ids: Set(gone.map { $0.id(direction.source) })
    ).names
    return Dictionary(
      gone.map { coupling in
        let document = coupling.id(direction.source)
        let name = names[document] ?? document.description
        return (document, end(of: name, ends[coupling.id(target)]))
      }
    ) { first, _ in first }
  }

  private func end(of document: String, _ end: DocumentEnd?) -> Gone {
    switch end {
    case .invoiced:
      var message = "all of it is invoiced in Business Central"
      if let (name, state) = teller(of: .completelyInvoiced) {
        message += "; 'mapsync sync \(CommandWord.of(name))' brings that to Sales"
        if let state { message += ", where it becomes '\(state.name)'" }
      }
      return Gone(isPosted: true, message: message)
    case .deleted:
      guard let (name, state) = teller(of: .deleted) else { return lost(document) }
      let then = state.map { "brings it back into '\($0.name)' in Sales" } ?? "uncouples it"
      return Gone(
        isPosted: false,
        message: "was deleted in Business Central; 'mapsync sync \(CommandWord.of(name))' \(then)")
    case nil: return lost(document)
    }
  }

  private func lost(_ document: String) -> Gone {
    let document = CommandWord.of(document)
    let system = direction.target == .bc ? "Business Central" : "Sales"
    var message =
      "its document in \(system) is gone; 'mapsync uncouple \(CommandWord.of(mapping.name)) "
      + "\(document)' forgets that it was there"
    if let kind = mapping.document?.kind {
      message += ", and 'mapsync \(kind.command) \(document)' takes it in again"
    }
    return Gone(isPosted: false, message: message)
  }

  /// The mapping that tells Sales how documents of these tables end, and the state in which they end
  /// there; nil where none does that is switched on.
  private func teller(of event: DocumentEvent) -> (name: String, state: DocumentState?)? {
    integration.mappings.lazy.compactMap { teller in
      guard teller.pair == mapping.pair, teller.isRun, teller.policy.directions.contains(.toSales),
        let effect = teller.document?.effect(of: event)
      else { return nil }
      return (teller.name, effect.state)
    }.first
  }
}

extension BoundMapping {
  /// The command that takes in a document which a person names. Where both sides work on documents,
  /// those of the other side go as any record does.
  func command(_ name: String, _ direction: Direction) -> String? {
    guard let kind = document?.kind else { return nil }
    return direction == documentDirection
      ? "mapsync \(kind.command) \(CommandWord.of(name))"
      : "mapsync create \(CommandWord.of(self.name)) \(CommandWord.of(name))"
  }
}

extension DocumentKind {
  /// The command that takes documents in which a person names.
  var command: String {
    switch self {
    case .order: "orders create"
    case .quote: "quotes process"
    case .postedInvoice: "invoices send"
    }
  }
}
