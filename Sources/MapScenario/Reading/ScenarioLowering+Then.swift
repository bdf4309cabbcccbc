import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// What must be true at the end, or after a step.
extension ScenarioLowering {
  func expectation(_ nodes: [ThenKey: SyntaxNode]) -> ScenarioExpectation {
    var expectation = ScenarioExpectation()
    expectation.records = Side.allCases.flatMap { side in
      nodes[side == .bc ? .bc : .sales].map { records($0, side) } ?? []
    }
    if let node = nodes[.coupled] {
      expectation.coupled = list(node, "coupled") { expectedCoupling($0) }
    }
    if let node = nodes[.count] { counts(node, into: &expectation) }
    if let node = nodes[.jobs] { expectation.jobs = list(node, "jobs") { job($0) } }
    if let node = nodes[.errors] { expectation.errors = list(node, "errors") { error($0) } }
    if let node = nodes[.review] {
      expectation.review = list(node, "review") { recommendation($0) }
    }
    return expectation
  }

  private func expectedCoupling(_ node: SyntaxNode) -> ScenarioCoupling? {
    var mapping: String?
    var bc: String?
    var sales: SyntaxNode?
    var isSkipped: Bool?
    read(node, ExpectedCouplingKey.self, "an item of 'coupled'") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .bc: bc = record(node, key.rawValue, .bc)
      case .sales: sales = node
      case .skipped: isSkipped = boolean(node, key.rawValue)?.value
      }
    }
    let partner = partner(sales, "sales", of: mapping)
    guard let mapping, let bc, let partner else { return nil }
    return ScenarioCoupling(mapping: mapping, bc: bc, sales: partner, isSkipped: isSkipped)
  }

  private func counts(_ node: SyntaxNode, into expectation: inout ScenarioExpectation) {
    read(node, CountKey.self, "count") { key, node in
      switch key {
      case .bc: expectation.counts += counts(node, .bc)
      case .sales: expectation.counts += counts(node, .sales)
      case .coupled:
        expectation.couplingCounts = entries(node, key.rawValue) { name, node in
          guard let policy = mappingPolicy(name, features), let number = count(node, name.value)
          else { return nil }
          return ScenarioExpectation.CouplingCount(mapping: policy.name, number: number)
        }
      }
    }
  }

  private func counts(_ node: SyntaxNode, _ side: Side) -> [ScenarioExpectation.Count] {
    entries(node, side.name) { name, node in
      guard let table = table(name, side), let number = count(node, name.value) else {
        return nil
      }
      return ScenarioExpectation.Count(side: side, table: table.name, number: number)
    }
  }

  /// A number of records.
  func count(_ node: SyntaxNode, _ name: String) -> Int? {
    guard let number = integer(node, name) else { return nil }
    guard number.value >= 0 else {
      invalid("'\(node.text)' is no number of records", at: number.span)
      return nil
    }
    return number.value
  }

  private func job(_ node: SyntaxNode) -> ExpectedJob? {
    var mapping: String?
    var direction: ScenarioDirection?
    var type = ScenarioJobType.synchronization
    var counters: [ExpectedJob.Counter: Int] = [:]
    read(node, ExpectedJobKey.self, "an item of 'jobs'") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .direction: direction = word(node, key.rawValue, ScenarioDirection.self)?.value
      case .type: type = word(node, key.rawValue, ScenarioJobType.self)?.value ?? type
      default:
        if let counter = ExpectedJob.Counter(rawValue: key.rawValue) {
          counters[counter] = count(node, key.rawValue)
        }
      }
    }
    guard let mapping, let direction else { return nil }
    return ExpectedJob(ExpectedJob.Subject(mapping, direction, type), counters)
  }

  private func error(_ node: SyntaxNode) -> ExpectedError? {
    var mapping: String?
    var bc: String?
    var sales: String?
    var contains: String?
    read(node, ExpectedErrorKey.self, "an item of 'errors'") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .bc: bc = record(node, key.rawValue, .bc)
      case .sales: sales = record(node, key.rawValue, .sales)
      case .contains: contains = text(node, key.rawValue)?.value
      }
    }
    return mapping.map { ExpectedError(mapping: $0, bc: bc, sales: sales, contains: contains) }
  }

  private func recommendation(_ node: SyntaxNode) -> ScenarioExpectation.Review? {
    var mapping: String?
    var recommend: ScenarioRecommendation?
    read(node, ExpectedReviewKey.self, "an item of 'review'") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .recommend: recommend = word(node, key.rawValue, ScenarioRecommendation.self)?.value
      }
    }
    guard let mapping, let recommend else { return nil }
    return ScenarioExpectation.Review(mapping: mapping, recommend: recommend)
  }
}
