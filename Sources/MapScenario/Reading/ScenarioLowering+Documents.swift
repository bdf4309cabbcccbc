import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// Steps on orders, quotes and invoices.
extension ScenarioLowering {
  func documentAction(_ key: StepKey, _ node: SyntaxNode) -> ScenarioAction? {
    let name = key.rawValue
    switch key {
    case .createOrders: return some(node, name).map { .createOrders($0) }
    case .processQuotes: return some(node, name).map { .processQuotes($0) }
    case .post: return post(node)
    case .reopen: return record(node, name).map { .reopen($0) }
    case .archive: return record(node, name).map { .archive($0) }
    case .pay: return pay(node)
    case .unapply: return order(node, name).map { .unapply(order: $0) }
    case .cancelInvoice: return order(node, name).map { .cancelInvoice(order: $0) }
    case .correctInvoice: return order(node, name).map { .correctInvoice(order: $0) }
    case .note: return note(node)
    case .sendInvoices: return isTrue(node, name) ? .sendInvoices : nil
    case .updateInvoiceStatus: return isTrue(node, name) ? .updateInvoiceStatus : nil
    case .updateStatistics:
      if node.isScalar, node.matches("all") { return .updateStatistics(nil) }
      return some(node, name).map { .updateStatistics($0) }
    default: return nil
    }
  }

  /// Records in Sales, one or a list.
  private func some(_ node: SyntaxNode, _ name: String) -> [String]? {
    let records = oneOrList(node) { record($0, name, .sales) }
    return records.isEmpty ? nil : records
  }

  private func order(_ node: SyntaxNode, _ name: String) -> String? {
    var order: String?
    read(node, OrderKey.self, name) { key, node in order = record(node, key.rawValue) }
    return order
  }

  private func post(_ node: SyntaxNode) -> ScenarioAction? {
    var order: String?
    var steps: [PostingStep] = []
    var quantities: [Int: DecimalValue] = [:]
    read(node, PostKey.self, "post") { key, node in
      switch key {
      case .order: order = record(node, key.rawValue)
      case .do: steps = list(node, key.rawValue) { word($0, key.rawValue, PostingStep.self)?.value }
      case .quantities:
        for (line, node) in entries(node, key.rawValue) {
          guard let number = Self.number(line.value) else {
            invalid("'\(line.value)' is no line number", at: line.span)
            continue
          }
          quantities[number] = decimal(node, line.value)
        }
      }
    }
    guard let order, !steps.isEmpty else { return nil }
    return .post(order: order, steps, quantities: quantities)
  }

  private func pay(_ node: SyntaxNode) -> ScenarioAction? {
    var order: String?
    var amount: DecimalValue?
    read(node, PayKey.self, "pay") { key, node in
      switch key {
      case .order: order = record(node, key.rawValue)
      case .amount: amount = decimal(node, key.rawValue)
      }
    }
    guard let order, let amount else { return nil }
    return .pay(order: order, amount: amount)
  }

  private func note(_ node: SyntaxNode) -> ScenarioAction? {
    var record: String?
    var text: String?
    read(node, NoteKey.self, "note") { key, node in
      switch key {
      case .bc: record = self.record(node, key.rawValue, .bc)
      case .sales: record = self.record(node, key.rawValue, .sales)
      case .text: text = self.text(node, key.rawValue)?.value
      }
    }
    guard hasOneSide(node, "note"), let record, let text else { return nil }
    return .note(record, text: text)
  }

  private func decimal(_ node: SyntaxNode, _ name: String) -> DecimalValue? {
    let field = FieldDescription(name, .decimal(places: DecimalValue.maximumPlaces))
    return text(node, name).flatMap { value($0, of: field) }?.value.decimal
  }
}
