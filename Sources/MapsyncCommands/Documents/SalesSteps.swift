import EmbeddedSystems
import MapRuntime
import MapScenario

/// Documents of Sales.
extension EmbeddedSystem {
  func performInSales(
    _ step: DocumentStep, on document: RecordAddress, _ title: DocumentTitle,
    _ fields: [String: Value]
  ) throws(SystemFailure) -> Result<DoneStep, Refusal> {
    let id = document.id
    switch step {
    case .revise:
      return try made("quote", of: try reviseQuote(id)) { new in
        "\(title) is revised: revision \(new["revisionnumber"]?.integer ?? 0) is a draft"
      }
    case .activate:
      return try activateQuote(id).map { DoneStep("\(title) is active") }
    case .win:
      return try winQuote(id).map { DoneStep("\(title) is won") }
    case .close(let end):
      return try closeQuote(id, as: end == .lost ? .lost : .canceled).map {
        DoneStep("\(title) is closed as \(end.rawValue)")
      }
    case .submit:
      return try submitOrder(id).map { DoneStep("\(title) is submitted") }
    case .fulfil(let isComplete):
      return try fulfillOrder(id, isComplete: isComplete).map {
        DoneStep("\(title) is fulfilled" + (isComplete ? "" : " in part"))
      }
    case .convert:
      let isQuote = document.table == "quote"
      let table = isQuote ? "salesorder" : "invoice"
      let result = isQuote ? try convertQuote(id) : try createInvoice(ofOrder: id)
      let description = try schema.table(table).description
      return try made(table, of: result) { "\(DocumentTitle(description, $0)) is made of \(title)" }
    case .cancel:
      let isOrder = document.table == "salesorder"
      return try (isOrder ? cancelOrder(id) : cancelInvoice(id)).map {
        DoneStep("\(title) is cancelled")
      }
    case .reopen:
      return try reopenInvoice(id).map { DoneStep("\(title) is active again") }
    case .release, .archive, .makeOrder, .post, .pay, .unapply, .correct:
      return .failure(Refusal("nobody does this with \(title), which is in Sales"))
    }
  }

  /// A new document, with its sentence.
  private func made(
    _ table: String, of result: Result<Guid, Refusal>,
    _ sentence: ([String: Value]) -> String
  ) throws(SystemFailure) -> Result<DoneStep, Refusal> {
    switch result {
    case .success(let id):
      let fields = try record(table, id) ?? [:]
      return .success(
        DoneStep(sentence(fields), made: RecordAddress(side: .sales, table: table, id: id)))
    case .failure(let refusal): return .failure(refusal)
    }
  }
}
