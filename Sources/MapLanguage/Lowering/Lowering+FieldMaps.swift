import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// The field maps of a mapping, those of `together` blocks numbered by block.
  func fieldMaps(_ node: SyntaxNode) -> [FieldMap] {
    guard node.isSequence else {
      wrongKind(node, "fields", takes: "a list")
      return []
    }
    var maps: [FieldMap] = []
    maps.reserveCapacity(node.count)
    var blocks = 0
    for item in node.items {
      if item.hasKey("together") {
        maps += block(item, number: blocks)
        blocks += 1
      } else {
        maps.append(fieldMap(item))
      }
    }
    // Where the file was cut short, the last one may be half of what its author wrote.
    if isQuiet { _ = maps.popLast() }
    return maps
  }

  private func block(_ node: SyntaxNode, number: Int) -> [FieldMap] {
    var maps: [FieldMap] = []
    read(node, TogetherKey.self, "an item of 'fields'") { key, node in
      switch key {
      case .together: _ = word(node, key.rawValue, among: ["any-filled"])
      case .fields: maps = list(node, key.rawValue) { fieldMap($0) }
      }
    }
    for place in maps.indices { maps[place].together = number }
    return maps
  }

  private func fieldMap(_ node: SyntaxNode) -> FieldMap {
    var map = FieldMap(span: node.span)
    var sources = SourceNodes()
    var otherwise: SyntaxNode?
    var values: SyntaxNode?
    let gapsBefore = gaps
    read(node, FieldMapKey.self, "an item of 'fields'") { key, node in
      switch key {
      case .bc: map.bc = name(node, key.rawValue)
      case .sales: map.sales = name(node, key.rawValue)
      case .constant, .text, .generate, .compute, .from, .first: sources.add(key, node)
      case .values: values = node
      case .otherwise: otherwise = node
      default: read(key, node, into: &map)
      }
    }
    if let values { map.values = valueMap(values, otherwise: otherwise) }
    if let otherwise, values == nil {
      report("missing-key", "'otherwise' needs 'values'", at: otherwise.span)
    }
    // A key that is none may be the 'compute' of which only the arguments are left.
    guard gaps == gapsBefore || !sources.areArguments else {
      map.isWhole = false
      return map
    }
    map.source = source(sources)
    let isWhole = checkSides(map, sources, node, isWhole: gaps == gapsBefore)
    map.isWhole = isWhole && gaps == gapsBefore
    return map
  }

  private func read(_ key: FieldMapKey, _ node: SyntaxNode, into map: inout FieldMap) {
    let word = key.rawValue
    switch key {
    case .direction: map.direction = self.word(node, word, MappingDirection.self)
    case .through: map.through = oneOrMoreNames(node, word)
    case .follow:
      map.follow = entries(node, word) { table, node in
        name(node, table.value).map { (table: table, field: $0) }
      }
    case .transform: map.transform = transform(node)
    case .empty: map.empty = emptyRule(node)
    case .uncoupled: map.uncoupled = self.word(node, word, Uncoupled.self)
    case .tooLong: map.tooLong = self.word(node, word, TooLong.self)
    case .tooPrecise: map.tooPrecise = self.word(node, word, TooPrecise.self)
    case .tooLarge: map.tooLarge = self.word(node, word, TooLarge.self)
    case .onlyOn: map.onlyOn = self.word(node, word, OnlyOn.self)
    case .validate: map.validate = boolean(node, word)
    case .if: map.condition = featureCondition(node, word)
    case .enabled: map.isEnabled = boolean(node, word)?.value ?? true
    case .because: map.because = text(node, word)
    case .sameAs: map.sameAs = relatedFields(node, word)
    case .bc, .sales, .constant, .text, .generate, .compute, .from, .first, .values, .otherwise:
      break
    }
  }

  /// `order.customerid`: a related record and its field.
  func relatedField(
    _ node: SyntaxNode, _ key: String
  ) -> (name: Located<String>, field: Located<String>)? {
    name(node, key).flatMap { relatedField($0) }
  }

  /// One of them, or several in order.
  private func relatedFields(
    _ node: SyntaxNode, _ key: String
  ) -> [(name: Located<String>, field: Located<String>)] {
    oneOrMoreNames(node, key).compactMap { relatedField($0) }
  }

  private func relatedField(
    _ text: Located<String>
  ) -> (name: Located<String>, field: Located<String>)? {
    guard let (name, field) = split(text, at: ".") else {
      invalid(
        "'\(text.value)' names no field of a related record", at: text.span,
        help: "write NAME.FIELD, as in 'order.customerid'")
      return nil
    }
    return (name, field)
  }

  /// Whether a field map has what goes and where it goes to. Where a part of it was left out,
  /// that has been said already.
  private func checkSides(
    _ map: FieldMap, _ sources: SourceNodes, _ node: SyntaxNode, isWhole: Bool
  ) -> Bool {
    guard node.isMapping else { return false }
    switch (map.bc, map.sales) {
    case (nil, nil):
      if isWhole, !node.hasKey("bc"), !node.hasKey("sales") {
        let sides = sources.isEmpty ? "'bc' and 'sales'" : "'bc' or 'sales'"
        report(
          "missing-key", "\(FieldMapKey.title) needs \(sides)", at: Self.place(of: node))
      }
      return false
    case (_?, _?):
      guard let given = sources.given.first else { return true }
      guard map.source != nil else { return false }
      invalid(
        "'\(given.key.rawValue)' takes the place of a field, and both are named", at: node.span,
        help: "name the field that is written, and leave the other one out")
      return false
    case (let bc, _):
      if sources.isEmpty {
        let missing = bc == nil ? "bc" : "sales"
        if isWhole, node[missing] == nil {
          report(
            "missing-key", "\(FieldMapKey.title) needs '\(missing)'", at: Self.place(of: node),
            help: "or a source in its place, such as 'constant'")
        }
        return false
      }
      return map.source != nil
    }
  }
}
