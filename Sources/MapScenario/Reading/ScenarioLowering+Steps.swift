import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// What happens (README.md#scenarios).
extension ScenarioLowering {
  func steps(_ node: SyntaxNode) -> [ScenarioStep] {
    guard node.isSequence else {
      wrongKind(node, "when", takes: "a list")
      return []
    }
    return node.items.enumerated().compactMap { place, node in
      stage = .step(place)
      return step(node)
    }
  }

  private func step(_ node: SyntaxNode) -> ScenarioStep? {
    var nodes: [(key: StepKey, node: SyntaxNode)] = []
    var fails: String?
    let before = findings.count
    read(node, StepKey.self, "an item of 'when'") { key, node in
      if key == .fails {
        fails = text(node, key.rawValue)?.value
      } else {
        nodes.append((key, node))
      }
    }
    guard let first = nodes.first else {
      if node.isMapping, findings.count == before {
        report(
          "missing-key", "a step says what happens", at: Self.place(of: node),
          help: "\(catalogue.schemaCommand) prints the steps that there are")
      }
      return nil
    }
    if nodes.count > 1 {
      invalid(
        "a step is one thing, not '\(first.key.rawValue)' and '\(nodes[1].key.rawValue)'",
        at: nodes[1].node.span, help: "write another item, beginning with '-'")
    }
    if first.key == .then, fails != nil {
      invalid(
        "what must be true cannot be refused", at: first.node.span, help: "take 'fails' out")
    }
    return action(first.key, first.node).map { ScenarioStep($0, fails: fails, at: node.span) }
  }

  private func action(_ key: StepKey, _ node: SyntaxNode) -> ScenarioAction? {
    let name = key.rawValue
    switch key {
    case .fails: return nil
    case .then: return .expect(expectation(node))
    case .create: return .create(created(node))
    case .change: return change(node)
    case .delete: return oneRecord(node, name).map { .delete($0) }
    case .synchronize: return mappings(node, name).map { .synchronize($0) }
    case .synchronizeNow: return synchronizeNow(node)
    case .fullSynchronization: return mappings(node, name).map { .fullSynchronization($0) }
    case .couple: return couple(node)
    case .createAndCouple: return createAndCouple(node)
    case .namePartner: return namePartner(node)
    case .match: return mapping(node, name).map { .match(mapping: $0) }
    case .uncouple: return uncouple(node)
    case .findDeleted: return mapping(node, name).map { .findDeleted(mapping: $0) }
    case .restore: return mappingRecords(node, name).map { .restore(mapping: $0, $1) }
    case .deletePartner:
      return mappingRecords(node, name).map { .deletePartner(mapping: $0, $1) }
    case .review: return isTrue(node, name) ? .review : nil
    case .runJobs: return isTrue(node, name) ? .runJobs : nil
    case .advance: return duration(node, name).map { .advance(seconds: $0.value) }
    case .retry: return retry(node)
    case .company: return self.name(node, name).map { .company($0.value) }
    case .fail: return fail(node)
    case .createOrders, .processQuotes, .note, .sendInvoices, .updateInvoiceStatus,
      .updateStatistics:
      return documentAction(key, node)
    case .release, .reopen, .archive, .makeOrder, .post, .pay, .unapply, .cancel, .correct, .revise,
      .activate, .win, .close, .submit, .fulfil, .convert:
      return documentStep(key, node)
    }
  }

  /// A step that has nothing to say besides its name; `false` would say that it does not happen.
  func isTrue(_ node: SyntaxNode, _ name: String) -> Bool {
    guard let boolean = boolean(node, name) else { return false }
    if !boolean.value {
      invalid("'\(name): false' does nothing", at: boolean.span, help: "take the step out")
    }
    return boolean.value
  }

  private func created(_ node: SyntaxNode) -> [ScenarioRecord] {
    var created: [ScenarioRecord] = []
    read(node, SideRecordsKey.self, "create") { key, node in
      created += records(node, key == .bc ? .bc : .sales)
    }
    return created
  }

  private func change(_ node: SyntaxNode) -> ScenarioAction? {
    var record: String?
    var set: SyntaxNode?
    var by = ScenarioAuthor.person
    read(node, ChangeKey.self, "change") { key, value in
      switch key {
      case .bc: record = self.record(value, key.rawValue, .bc)
      case .sales: record = self.record(value, key.rawValue, .sales)
      case .set: set = value
      case .by: by = word(value, key.rawValue, ScenarioAuthor.self)?.value ?? by
      }
    }
    guard hasOneSide(node, "change"), let record, let set, let named = records[record],
      let table = tables[named.side, named.table]
    else { return nil }
    return .change(record, set: fields(set, table), by: by)
  }

  /// One record by its side.
  private func oneRecord(_ node: SyntaxNode, _ name: String) -> String? {
    var record: String?
    read(node, NamedRecordKey.self, name) { key, node in
      record = self.record(node, key.rawValue, key == .bc ? .bc : .sales)
    }
    return hasOneSide(node, name) ? record : nil
  }

  /// Whether a map names records of exactly one side.
  func hasOneSide(_ node: SyntaxNode, _ name: String) -> Bool {
    guard node.isMapping else { return false }
    switch (node["bc"], node["sales"]) {
    case (nil, nil):
      report("missing-key", "'\(name)' needs 'bc' or 'sales'", at: Self.place(of: node))
      return false
    case (_?, let sales?):
      invalid(
        "'\(name)' takes records of one side", at: sales.span,
        help: "leave 'bc' or 'sales' out")
      return false
    default: return true
    }
  }
}
