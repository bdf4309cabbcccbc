import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// A mapping as its root says; nil where it does not say its name and tables.
  func mapping(_ root: SyntaxNode) -> Mapping? {
    var name: Located<String>?
    var tables: MappingTables?
    root["related"]?.forEachEntry { related.insert($0.key.text) }
    var mapping = Mapping(
      name: Located("", at: root.span),
      tables: MappingTables(
        bc: Located("", at: root.span), sales: Located("", at: root.span), salesOption: nil))
    var known = Set(MappingPart.allCases)
    var gapsInParts = 0
    readEntries(root, MappingKey.self, "the file") { key, entry in
      let node = entry.value
      let gapsBefore = gaps
      if entry.key.standsTwice {
        // Under the wrong tables no name is known.
        if key == .tables { return }
        skip()
      }
      switch key {
      case .mapping: name = self.name(node, key.rawValue)
      case .tables: tables = self.tables(node)
      default: read(key, node, into: &mapping)
      }
      gapsInParts += gaps - gapsBefore
      guard let part = MappingPart(rawValue: key.rawValue) else { return }
      known.remove(part)
      if gaps > gapsBefore { mapping.unread.insert(part) }
    }
    // A key that is none may have been meant for any part that is not there.
    if gaps > gapsInParts {
      mapping.unread.formUnion(known)
      mapping.isWhole = false
    }
    guard let name, let tables else { return nil }
    mapping.name = name
    mapping.tables = tables
    return mapping
  }

  private func read(_ key: MappingKey, _ node: SyntaxNode, into mapping: inout Mapping) {
    let word = key.rawValue
    switch key {
    case .mapping, .tables: break
    case .description: mapping.description = text(node, word)
    case .if: mapping.condition = featureCondition(node, word)
    case .copyTo: mapping.copyTo = oneOrList(node) { optionAddress($0, word) }
    case .parent: mapping.parent = name(node, word)
    case .direction:
      mapping.direction = self.word(node, word, MappingDirection.self)
      if mapping.direction == nil { mapping.isWhole = false }
      // A direction that was guessed is no ground to judge a whole mapping by.
      if let direction = mapping.direction, !node.reads(direction.value.rawValue) {
        skip()
        mapping.isWhole = false
      }
    case .company: mapping.company = self.word(node, word, CompanyScope.self)
    case .filter: mapping.filter = filter(node)
    case .outsideFilter: mapping.outsideFilter = self.word(node, word, OutsideFilter.self)
    case .scope: mapping.scope = self.word(node, word, RunScope.self)
    case .create: mapping.create = create(node)
    case .match: mapping.match = match(node)
    case .conflict: mapping.conflict = conflict(node)
    case .templates: mapping.templates = list(node, word) { template($0) }
    case .requires: mapping.requires = list(node, word) { requirement($0) }
    case .schedule: mapping.schedule = schedule(node)
    case .defaults: mapping.defaults = defaults(node)
    case .unmapped: mapping.unmapped = self.word(node, word, UnmappedPolicy.self)
    case .fields: mapping.fields = fieldMaps(node)
    case .related:
      mapping.related = entries(node, word, namesOnly: true) { relatedRecord($1, named: $0) }
    case .refuse: mapping.refuse = list(node, word) { refusal($0) }
    case .writeBack:
      mapping.writeBack = entries(node, word) {
        WriteBack(mapping: $0, set: assignments($1, $0.value))
      }
    case .emptyMeans: mapping.emptyMeans = literal(node, word)
    case .rules: mapping.rules = oneOrList(node) { name($0, word) }
    case .swiftName: mapping.swiftName = name(node, word)
    case .tests: mapping.tests = list(node, word) { mappingTest($0) }
    // Applied to the tree by the file's reader, which then comes here again.
    case .variants: variants = node
    case .states, .after, .timeline, .notes, .freight, .invoiceDiscount, .versions, .won,
      .orderBy, .writeIn, .overflow:
      read(key, node, into: &mapping.document)
    }
  }

  private func tables(_ node: SyntaxNode) -> MappingTables? {
    var bc: Located<String>?
    var sales: Located<String>?
    var option: Located<String>?
    read(node, TablesKey.self, "tables") { key, node in
      guard let text = name(node, key.rawValue) else { return }
      switch key {
      case .bc: bc = text
      case .sales:
        if let (table, field) = split(text, at: ".") {
          (sales, option) = (table, field)
        } else {
          sales = text
        }
      }
    }
    guard let bc, let sales else { return nil }
    return MappingTables(bc: bc, sales: sales, salesOption: option)
  }

  /// The two parts of a text around the first of a character; nil where there is none, or a part
  /// is empty.
  func split(
    _ text: Located<String>, at separator: Character
  ) -> (before: Located<String>, after: Located<String>)? {
    guard let place = text.value.firstIndex(of: separator) else { return nil }
    let behind = text.value.index(after: place)
    guard place > text.value.startIndex, behind < text.value.endIndex else { return nil }
    return (
      part(of: text, text.value.startIndex..<place), part(of: text, behind..<text.value.endIndex)
    )
  }

  private func optionAddress(_ node: SyntaxNode, _ name: String) -> OptionAddress? {
    guard let text = self.name(node, name) else { return nil }
    guard let (table, field) = split(text, at: ".") else {
      invalid(
        "'\(text.value)' names no option field", at: text.span,
        help: "write TABLE.FIELD, as in 'salesorder.paymenttermscode'")
      return nil
    }
    return OptionAddress(table: table, field: field)
  }

  private func filter(_ node: SyntaxNode) -> [Side: RecordCondition] {
    var filter: [Side: RecordCondition] = [:]
    read(node, FilterKey.self, "filter") { key, node in
      filter[key == .bc ? .bc : .sales] = recordCondition(node, key.rawValue)
    }
    return filter
  }
}
