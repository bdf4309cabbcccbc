import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  func template(_ node: SyntaxNode) -> RecordTemplate? {
    var to: Located<Side>?
    var when: When?
    var set: [Assignment] = []
    let isWhole = read(node, TemplateKey.self, "an item of 'templates'") { key, node in
      switch key {
      case .to:
        to = word(node, key.rawValue, among: ["bc", "sales"])?.map { $0 == "bc" ? .bc : .sales }
      case .when: when = self.when(node)
      case .set: set = assignments(node, key.rawValue)
      }
    }
    guard isWhole, let to else { return nil }
    return RecordTemplate(to: to, when: when, set: set, span: node.span)
  }

  func requirement(_ node: SyntaxNode) -> Requirement? {
    var mapping: Located<String>?
    var when: When?
    var condition = FeatureCondition.always
    var because: Located<String>?
    var isSameRecord = false
    if node.isScalar {
      mapping = name(node, "an item of 'requires'")
    } else {
      read(node, RequirementKey.self, "an item of 'requires'") { key, node in
        switch key {
        case .mapping: mapping = name(node, key.rawValue)
        case .when: when = self.when(node)
        case .if: condition = featureCondition(node, key.rawValue)
        case .because: because = text(node, key.rawValue)
        case .sameRecord: isSameRecord = boolean(node, key.rawValue)?.value ?? false
        }
      }
    }
    return mapping.map {
      Requirement(
        mapping: $0, when: when, condition: condition, because: because,
        isSameRecord: isSameRecord)
    }
  }

  func relatedRecord(_ node: SyntaxNode, named name: Located<String>) -> RelatedRecord? {
    var tables: [(side: Side, table: Located<String>)] = []
    var pairs: [Reference.KeyPair] = []
    let isWhole = read(node, RelatedKey.self, name.value) { key, node in
      switch key {
      case .bc: if let table = self.name(node, key.rawValue) { tables.append((.bc, table)) }
      case .sales: if let table = self.name(node, key.rawValue) { tables.append((.sales, table)) }
      case .where: pairs = keyPairs(node, key.rawValue)
      }
    }
    guard isWhole else { return nil }
    if name.value == "bc" || name.value == "sales" {
      invalid("a related record named '\(name.value)', which is a side", at: name.span)
      return nil
    }
    guard tables.count < 2 else {
      invalid("the related record '\(name.value)' has two tables", at: tables[1].table.span)
      return nil
    }
    guard let (side, table) = tables.first else {
      if !node.hasKey("bc"), !node.hasKey("sales") {
        report(
          "missing-key", "\(RelatedKey.title) needs 'bc' or 'sales'", at: Self.place(of: node))
      }
      return nil
    }
    return RelatedRecord(name: name, side: side, table: table, where: pairs)
  }

  func refusal(_ node: SyntaxNode) -> Refusal? {
    var when: When?
    var because: Located<String>?
    read(node, RefusalKey.self, "an item of 'refuse'") { key, node in
      switch key {
      case .when: when = self.when(node)
      case .because: because = text(node, key.rawValue)
      }
    }
    guard let when, let because else { return nil }
    return Refusal(when: when, because: because)
  }
}
