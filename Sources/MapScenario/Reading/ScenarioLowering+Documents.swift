import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// What the engine does with orders, quotes and invoices, and notes.
extension ScenarioLowering {
  func documentAction(_ key: StepKey, _ node: SyntaxNode) -> ScenarioAction? {
    let name = key.rawValue
    switch key {
    case .createOrders: return some(node, name).map { .createOrders($0) }
    case .processQuotes: return some(node, name).map { .processQuotes($0) }
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
}
