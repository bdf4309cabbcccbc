import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension MappingTest {
  /// What a test may name under `fails`: every way in which a record can be refused, and `wait` for
  /// one that is held.
  static let refusals = RecordRefusal.Reason.allCases.map { reason in
    reason == .waiting ? Uncoupled.wait.rawValue : reason.rawValue
  }
}

extension Lowering {
  func mappingTest(_ node: SyntaxNode) -> MappingTest? {
    var name: Located<String>?
    var test = MappingTest(name: Located("", at: node.span), span: node.span)
    let gapsBefore = gaps
    let isWhole = read(node, TestKey.self, "an item of 'tests'") { key, node in
      if key == .name {
        name = self.name(node, key.rawValue)
      } else {
        add(key, node, to: &test)
      }
    }
    guard isWhole, let name else { return nil }
    test.name = name
    return hasRecords(test, node, isWhole: gaps == gapsBefore) ? test : nil
  }

  /// A record to try on a mapping, with what surrounds it.
  func triedRecord(_ node: SyntaxNode) -> MappingTest? {
    var test = MappingTest(name: Located("", at: node.span), span: node.span)
    let isWhole = read(node, TriedRecordKey.self, "a record to try") { key, node in
      if let key = TestKey(rawValue: key.rawValue) { add(key, node, to: &test) }
    }
    guard isWhole else { return nil }
    if test.bc == nil, test.sales == nil {
      missingKeys(["bc", "sales"], of: TriedRecordKey.title, in: node)
      return nil
    }
    return test
  }

  private func add(_ key: TestKey, _ node: SyntaxNode, to test: inout MappingTest) {
    switch key {
    case .name: break
    case .direction:
      test.direction = word(node, key.rawValue, among: ["to-sales", "to-bc"])?.map {
        $0 == "to-bc" ? .toBC : .toSales
      }
    case .features:
      test.features = oneOrList(node) { self.name($0, key.rawValue).flatMap { feature($0) } }
    case .settings: test.settings = expectations(node, key.rawValue)
    case .now: test.now = text(node, key.rawValue)
    case .functions: test.functions = expectations(node, key.rawValue)
    case .coupled: test.coupled = list(node, key.rawValue) { coupled($0) }
    case .related:
      test.related = entries(node, key.rawValue) {
        (name: $0, fields: expectations($1, $0.value))
      }
    case .before: test.before = expectations(node, key.rawValue)
    case .bc: test.bc = expectations(node, key.rawValue)
    case .sales: test.sales = expectations(node, key.rawValue)
    case .fails: test.fails = word(node, key.rawValue, among: MappingTest.refusals)
    }
  }

  /// Whether a test has a record to start from, and something to expect. Where a part of it was
  /// left out, that has been said already.
  private func hasRecords(_ test: MappingTest, _ node: SyntaxNode, isWhole: Bool) -> Bool {
    if test.bc == nil, test.sales == nil {
      if isWhole { missingKeys(["bc", "sales"], of: TestKey.title, in: node) }
      return false
    }
    if test.bc == nil || test.sales == nil, test.fails == nil, node["fails"] == nil {
      let missing = test.bc == nil ? "bc" : "sales"
      if isWhole {
        report(
          "missing-key", "\(TestKey.title) needs '\(missing)', or 'fails'",
          at: Self.place(of: node))
      }
      return false
    }
    if let fails = test.fails, test.bc != nil, test.sales != nil {
      invalid(
        "a record that is refused arrives nowhere, and this test has both 'bc' and 'sales'",
        at: fails.span, label: "compared with nothing",
        help: "leave the source's record and 'fails', or take 'fails' out")
      return false
    }
    return true
  }

  private func coupled(_ node: SyntaxNode) -> MappingTest.Coupled? {
    var mapping: Located<String>?
    var bc: [Located<String>] = []
    var sales: Located<String>?
    read(node, CoupledKey.self, "an item of 'coupled'") { key, node in
      switch key {
      case .mapping: mapping = name(node, key.rawValue)
      case .bc: bc = oneOrMoreTexts(node, key.rawValue)
      case .sales: sales = text(node, key.rawValue)
      }
    }
    guard let mapping, !bc.isEmpty, let sales else { return nil }
    return MappingTest.Coupled(mapping: mapping, bc: bc, sales: sales)
  }
}
