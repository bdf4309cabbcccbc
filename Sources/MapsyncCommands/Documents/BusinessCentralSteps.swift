import EmbeddedSystems
import MapRuntime
import MapScenario

/// Documents of Business Central.
extension EmbeddedSystem {
  func performInBC(
    _ step: DocumentStep, on document: RecordAddress, _ title: DocumentTitle,
    _ fields: [String: Value], _ company: Company?
  ) throws(SystemFailure) -> Result<DoneStep, Refusal> {
    if step == .archive { return try archive(document, title, fields, company) }
    let id = document.id
    return try act(company: company) { session in
      switch step {
      case .release:
        try session.release(id)
        return DoneStep("\(title) is released")
      case .reopen:
        try session.reopen(id)
        return DoneStep("\(title) is open again")
      case .makeOrder:
        let order = try session.makeOrder(from: id)
        return DoneStep(
          "Order '\(order.number)' is made of \(title), which is gone",
          made: .bc("Sales Header", order.id))
      case .post(let posting):
        let posted = try session.post(
          id, ship: posting.ships, invoice: posting.invoices, quantities: posting.quantities)
        return DoneStep(posted, title, posting)
      case .pay(let amount, let day):
        let paid = try session.pay(id, amount: amount, on: day)
        let discount = paid.discount == 0 ? "" : ", with \(paid.discount) payment discount"
        let rest =
          paid.remaining == 0 ? "nothing is left to pay" : "\(paid.remaining) is left to pay"
        let more =
          paid.open == 0 ? "" : "; \(paid.open) is more than that, and stays open for the customer"
        return DoneStep(
          "payment '\(paid.number)' is applied to \(title)\(discount); \(rest)\(more)")
      case .unapply(let day):
        try session.unapply(id, on: day)
        return DoneStep("the last payment of \(title) is unapplied")
      case .cancel:
        let memo = try session.cancel(id)
        return DoneStep(
          "\(title) is cancelled by credit memo '\(memo.number)'",
          made: .bc("Sales Cr.Memo Header", memo.id))
      case .correct:
        let invoice = try session.correct(id)
        return DoneStep(
          "\(title) is cancelled, and Invoice '\(invoice.number)' begun with its lines",
          made: .bc("Sales Header", invoice.id))
      case .archive, .revise, .activate, .win, .close, .submit, .fulfil, .convert:
        throw Refusal("nobody does this with \(title), which is in Business Central")
      }
    }
  }

  private func archive(
    _ document: RecordAddress, _ title: DocumentTitle, _ fields: [String: Value],
    _ company: Company?
  ) throws(SystemFailure) -> Result<DoneStep, Refusal> {
    let version: Int64
    switch try act(company: company, { try $0.archive(document.id) }) {
    case .success(let number): version = number
    case .failure(let refusal): return .failure(refusal)
    }
    let table = "Sales Header Archive"
    let occurrence = fields["Doc. No. Occurrence"]?.integer ?? 0
    let found = try find(
      table,
      [
        "Document Type": fields["Document Type"] ?? .empty, "No.": fields["No."] ?? .empty,
        "Doc. No. Occurrence": .integer(max(1, occurrence)), "Version No.": .integer(version),
      ], company: company)
    return .success(
      DoneStep(
        "\(title) is archived as version \(version)", made: found.first.map { .bc(table, $0) }))
  }
}

extension DoneStep {
  /// What a posting made: the invoice is what comes of it, or the shipment where nothing is invoiced.
  fileprivate init(
    _ posted: PostedDocument, _ title: DocumentTitle, _ posting: DocumentStep.Posting
  ) {
    var made: [String] = []
    if let shipment = posted.shipment { made.append("shipment '\(shipment.number)'") }
    if let invoice = posted.invoice { made.append("invoice '\(invoice.number)'") }
    let address: RecordAddress? =
      posting.invoices
      ? posted.invoice.map { .bc("Sales Invoice Header", $0.id) }
      : posted.shipment.map { .bc("Sales Shipment Header", $0.id) }
    self.init(
      "\(title) is posted as \(made.joined(separator: " and "))"
        + (posted.isComplete ? "; it is complete, and gone" : ""), made: address)
  }
}

extension RecordAddress {
  fileprivate static func bc(_ table: String, _ id: Guid) -> RecordAddress {
    RecordAddress(side: .bc, table: table, id: id)
  }
}
