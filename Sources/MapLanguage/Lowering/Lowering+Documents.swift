import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// The keys of a document.
  func read(_ key: MappingKey, _ node: SyntaxNode, into document: inout DocumentRules) {
    let word = key.rawValue
    switch key {
    case .states:
      document.states = entries(node, word) { state, node in
        self.word(node, "the state '\(state.value)'", StateRule.self).map {
          (state: state, rule: $0)
        }
      }
      document.statesSpan = node.span
    case .after: document.after = after(node)
    case .timeline: document.timeline = list(node, word) { self.word($0, word, TimelineEvent.self) }
    case .notes: document.notes = self.word(node, word, NotesDirection.self)
    case .freight: document.freight = freight(node)
    case .invoiceDiscount: document.invoiceDiscount = invoiceDiscount(node)
    case .versions: document.versions = versions(node)
    case .won: document.won = won(node)
    case .orderBy: document.orderBy = name(node, word)
    case .writeIn: document.writeIn = writeIn(node)
    case .overflow: document.overflow = overflow(node)
    default: break
    }
  }

  private func freight(_ node: SyntaxNode) -> DocumentRules.Freight? {
    var from: Located<String>?
    var account: Located<Literal>?
    read(node, FreightKey.self, "freight") { key, node in
      switch key {
      case .from: from = name(node, key.rawValue)
      case .account: account = literal(node, key.rawValue)
      }
    }
    guard let from, let account else { return nil }
    return DocumentRules.Freight(from: from, account: account)
  }

  private func invoiceDiscount(_ node: SyntaxNode) -> DocumentRules.InvoiceDiscount? {
    var from: [Located<String>] = []
    var lines: Located<String>?
    var rest: Located<String>?
    var percentage: Located<String>?
    var places: Located<String>?
    read(node, DiscountKey.self, "invoice-discount") { key, node in
      switch key {
      case .from: from = oneOrMoreNames(node, key.rawValue)
      case .lines: lines = name(node, key.rawValue)
      case .rest: rest = name(node, key.rawValue)
      case .percentage: percentage = name(node, key.rawValue)
      case .places: places = name(node, key.rawValue)
      }
    }
    if from.isEmpty { return nil }
    return DocumentRules.InvoiceDiscount(
      from: from, lines: lines, rest: rest, percentage: percentage, places: places, span: node.span)
  }

  private func versions(_ node: SyntaxNode) -> DocumentRules.Versions? {
    var same: Located<String>?
    var number: Located<String>?
    var earlier: (state: Located<String>, status: Located<String>?)?
    var then: [Located<VersionStep>] = []
    read(node, VersionsKey.self, "versions") { key, node in
      switch key {
      case .same: same = name(node, key.rawValue)
      case .number: number = name(node, key.rawValue)
      case .earlier: earlier = state(node, key.rawValue)
      case .then:
        if node.isSequence, node.count == 0 { invalid("'then' is an empty list", at: node.span) }
        then = oneOrList(node) { word($0, key.rawValue, VersionStep.self) }
      }
    }
    guard let same, let number, let earlier else { return nil }
    return DocumentRules.Versions(
      same: same, number: number, earlierState: earlier.state, earlierStatus: earlier.status,
      then: then, span: node.span)
  }

  /// `State` or `State/Status`.
  func state(
    _ node: SyntaxNode, _ key: String
  ) -> (state: Located<String>, status: Located<String>?)? {
    guard let text = name(node, key) else { return nil }
    guard let (state, status) = split(text, at: "/") else { return (text, nil) }
    return (state, status)
  }

  private func won(_ node: SyntaxNode) -> DocumentRules.Won? {
    var state: Located<String>?
    var order: (table: Located<String>, by: Located<String>)?
    var submitted: [Located<WonStep>] = []
    var notSubmitted: [Located<WonStep>] = []
    var missing = MissingOrder.ignore
    read(node, WonKey.self, "won") { key, node in
      switch key {
      case .state: state = name(node, key.rawValue)
      case .order: order = wonOrder(node)
      case .submitted: submitted = oneOrList(node) { word($0, key.rawValue, WonStep.self) }
      case .notSubmitted: notSubmitted = oneOrList(node) { word($0, key.rawValue, WonStep.self) }
      case .missing: missing = word(node, key.rawValue, MissingOrder.self)?.value ?? .ignore
      }
    }
    guard let state, let order else { return nil }
    return DocumentRules.Won(
      state: state, orderTable: order.table, orderBy: order.by, submitted: submitted,
      notSubmitted: notSubmitted, missing: missing, span: node.span)
  }

  private func wonOrder(
    _ node: SyntaxNode
  ) -> (table: Located<String>, by: Located<String>)? {
    var table: Located<String>?
    var by: Located<String>?
    read(node, WonOrderKey.self, "order") { key, node in
      switch key {
      case .sales: table = name(node, key.rawValue)
      case .by: by = name(node, key.rawValue)
      }
    }
    guard let table, let by else { return nil }
    return (table, by)
  }
}
