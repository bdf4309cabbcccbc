import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// Steps on the records of one mapping.
extension ScenarioLowering {
  /// Records of a side, one or a list.
  func names(_ node: SyntaxNode, _ side: Side) -> [String] {
    if node.isSequence, node.count == 0 {
      invalid("'\(side.name)' is an empty list", at: node.span)
    }
    return oneOrList(node) { record($0, side.name, side) }
  }

  func mappingRecords(_ node: SyntaxNode, _ name: String) -> (String, [String])? {
    var mapping: String?
    var records: [String] = []
    read(node, MappingRecordsKey.self, name) { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .bc: records += names(node, .bc)
      case .sales: records += names(node, .sales)
      }
    }
    guard hasOneSide(node, name), let mapping, !records.isEmpty else { return nil }
    return (mapping, records)
  }

  func synchronizeNow(_ node: SyntaxNode) -> ScenarioAction? {
    var mapping: String?
    var records: [String] = []
    var direction: SynchronizeDirection?
    read(node, SynchronizeNowKey.self, "synchronize-now") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .bc: records += names(node, .bc)
      case .sales: records += names(node, .sales)
      case .direction: direction = word(node, key.rawValue, SynchronizeDirection.self)?.value
      }
    }
    guard hasOneSide(node, "synchronize-now"), let mapping, let direction, !records.isEmpty else {
      return nil
    }
    return .synchronizeNow(mapping: mapping, records, direction)
  }

  func couple(_ node: SyntaxNode) -> ScenarioAction? {
    var mapping: String?
    var bc: String?
    var sales: SyntaxNode?
    read(node, CoupleKey.self, "couple") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .bc: bc = record(node, key.rawValue, .bc)
      case .sales: sales = node
      }
    }
    let partner = partner(sales, "sales", of: mapping)
    guard let mapping, let bc, let partner else { return nil }
    return .couple(mapping: mapping, bc: bc, sales: partner)
  }

  func uncouple(_ node: SyntaxNode) -> ScenarioAction? {
    var mapping: String?
    var records: [String] = []
    var isAll = false
    read(node, UncoupleKey.self, "uncouple") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .bc: records += names(node, .bc)
      case .sales: records += names(node, .sales)
      case .all: isAll = isTrue(node, key.rawValue)
      }
    }
    if isAll {
      if let extra = node["bc"] ?? node["sales"] {
        invalid("'all: true' leaves no records to name", at: extra.span)
      }
      return mapping.map { .uncouple(mapping: $0, nil) }
    }
    guard hasOneSide(node, "uncouple"), let mapping, !records.isEmpty else { return nil }
    return .uncouple(mapping: mapping, records)
  }

  func retry(_ node: SyntaxNode) -> ScenarioAction? {
    var mapping: String?
    var records: [String]?
    read(node, RetryKey.self, "retry") { key, node in
      switch key {
      case .mapping: mapping = self.mapping(node, key.rawValue)
      case .bc: records = (records ?? []) + names(node, .bc)
      case .sales: records = (records ?? []) + names(node, .sales)
      }
    }
    return mapping.map { .retry(mapping: $0, records) }
  }

  func fail(_ node: SyntaxNode) -> ScenarioAction? {
    var side: Side?
    var table: Located<String>?
    var record: Located<String>?
    var message: String?
    var times = 1
    read(node, FailKey.self, "fail") { key, node in
      switch key {
      case .side:
        side = word(node, key.rawValue, among: ["bc", "sales"]).map {
          $0.value == "bc" ? .bc : .sales
        }
      case .table: table = name(node, key.rawValue)
      case .record: record = name(node, key.rawValue)
      case .with: message = text(node, key.rawValue)?.value
      case .times: times = count(node, key.rawValue) ?? times
      }
    }
    guard let side, let table, let record, let message,
      let described = self.table(table, side), let name = self.record(record, side)
    else { return nil }
    if let named = records[name], named.table != described.name {
      report(
        "unknown-record", "'\(name)' is a record of '\(named.table)'", at: record.span,
        notes: [Finding.Note("it is stated here", at: named.span)])
    }
    return .fail(name, with: message, times: times)
  }
}
