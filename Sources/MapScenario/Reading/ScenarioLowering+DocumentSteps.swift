import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// What people do with documents.
extension ScenarioLowering {
  func documentStep(_ key: StepKey, _ node: SyntaxNode) -> ScenarioAction? {
    guard var step = DocumentStep(key, node) else { return nil }
    let before = findings.count
    switch step {
    case .release, .reopen, .activate, .win, .submit:
      read(node, NamedRecordKey.self, key.rawValue) { _, _ in }
    case .archive, .makeOrder, .cancel, .correct, .revise, .convert:
      read(node, NewDocumentKey.self, key.rawValue) { _, _ in }
    case .post: step = .post(posting(node))
    case .pay:
      var (amount, day): (DecimalValue?, DateValue?)
      read(node, PayKey.self, key.rawValue) { key, node in
        switch key {
        case .bc: break
        case .amount: amount = decimal(node, key.rawValue)
        case .on: day = self.day(node, key.rawValue)
        }
      }
      step = .pay(amount: amount, on: day)
    case .unapply:
      var day: DateValue?
      read(node, UnapplyKey.self, key.rawValue) { key, node in
        if key == .on { day = self.day(node, key.rawValue) }
      }
      step = .unapply(on: day)
    case .close:
      var reason = DocumentStep.QuoteEnd.lost
      read(node, CloseKey.self, key.rawValue) { key, node in
        if key == .reason {
          reason = word(node, key.rawValue, DocumentStep.QuoteEnd.self)?.value ?? reason
        }
      }
      step = .close(reason)
    case .fulfil:
      var isComplete = true
      read(node, FulfilKey.self, key.rawValue) { key, node in
        if key == .complete { isComplete = boolean(node, key.rawValue)?.value ?? isComplete }
      }
      step = .fulfil(isComplete: isComplete)
    }
    // What is wrong is told; a second finding about the same would be noise.
    guard findings.count == before, hasOneSide(node, key.rawValue),
      let record = document(of: step, key, node)
    else { return nil }
    guard let named = node["as"] else { return .document(step, of: record, as: nil) }
    return made(named).map { .document(step, of: record, as: $0) }
  }

  /// The document that a step is about, which must be of a table that the step takes.
  private func document(of step: DocumentStep, _ key: StepKey, _ node: SyntaxNode) -> String? {
    let side: Side = node["bc"] == nil ? .sales : .bc
    guard let node = node[side.name], let name = name(node, side.name),
      let record = record(name, side), let named = records[record]
    else { return nil }
    if step.table(named.side, named.table) != nil { return record }
    let tables = step.tables.map { "'\($0.name)'" }.joined(separator: " or ")
    report(
      "unknown-record",
      "'\(key.rawValue)' takes a record of \(tables), and '\(record)' is one of '\(named.table)'",
      at: name.span, notes: [Finding.Note("it is stated here", at: named.span)])
    return nil
  }

  private func posting(_ node: SyntaxNode) -> DocumentStep.Posting {
    var quantities: [Int64: DecimalValue] = [:]
    let before = findings.count
    read(node, PostKey.self, StepKey.post.rawValue) { key, node in
      switch key {
      case .bc, .as: break
      case .ship, .invoice: _ = boolean(node, key.rawValue)
      case .quantities:
        for (line, node) in entries(node, key.rawValue) {
          guard let number = Int64(line.value), number > 0 else {
            invalid("'\(line.value)' is no line number", at: line.span)
            continue
          }
          quantities[number] = decimal(node, line.value)
        }
      }
    }
    let said = DocumentStep.Posting(node)
    if findings.count == before, !said.ships, !said.invoices,
      let first = node["ship"] ?? node["invoice"]
    {
      invalid(
        "'post' neither ships nor invoices", at: first.span,
        help: "leave 'ship' and 'invoice' out for both, or say what is done")
    }
    return DocumentStep.Posting(
      ships: said.ships, invoices: said.invoices, quantities: quantities)
  }

  private func decimal(_ node: SyntaxNode, _ name: String) -> DecimalValue? {
    let field = FieldDescription(name, .decimal(places: DecimalValue.maximumPlaces))
    return text(node, name).flatMap { value($0, of: field) }?.value.decimal
  }

  private func day(_ node: SyntaxNode, _ name: String) -> DateValue? {
    text(node, name).flatMap { value($0, of: FieldDescription(name, .date)) }?.value.date
  }
}

extension DocumentStep {
  /// The step of a key, as far as the names of what it makes hang on it.
  init?(_ key: StepKey, _ node: SyntaxNode) {
    switch key {
    case .release: self = .release
    case .reopen: self = .reopen
    case .archive: self = .archive
    case .makeOrder: self = .makeOrder
    case .post: self = .post(Posting(node))
    case .pay: self = .pay(amount: nil, on: nil)
    case .unapply: self = .unapply(on: nil)
    case .cancel: self = .cancel
    case .correct: self = .correct
    case .revise: self = .revise
    case .activate: self = .activate
    case .win: self = .win
    case .close: self = .close(.lost)
    case .submit: self = .submit
    case .fulfil: self = .fulfil(isComplete: true)
    case .convert: self = .convert
    default: return nil
    }
  }

  /// A table whose documents it can be done with.
  func table(_ side: Side, _ name: String) -> DocumentTable? {
    tables.first { $0.side == side && $0.name == name }
  }
}

extension DocumentStep.Posting {
  /// What `ship` and `invoice` say; both where neither stands.
  fileprivate init(_ node: SyntaxNode) {
    let isWhole = node["ship"] == nil && node["invoice"] == nil
    self.init(
      ships: isWhole || node["ship"]?.matches("true") == true,
      invoices: isWhole || node["invoice"]?.matches("true") == true)
  }
}
