import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// A field of a table; nil where it does not say its name or type.
  func field(_ node: SyntaxNode, side: Side) -> Field? {
    var name: Located<String>?
    var type: Located<FieldType>?
    var options: [Field.Option]?
    var isOpen = false
    var access = Field.Access.readWrite
    var isRequired = false
    var `default`: Field.Default?
    var reference: SyntaxNode?
    var computed: Located<String>?
    var from: [ComputedArgument] = []
    var sets: [Located<String>] = []
    var join: Join?
    var changesWith: [ChangeSource] = []
    var odata: String?
    var swiftName: Located<String>?
    read(node, FieldKey.self, "an item of 'fields'") { key, node in
      let word = key.rawValue
      switch key {
      case .name: name = self.name(node, word)
      case .type: type = fieldType(node, word)
      case .values: options = self.options(node, word)
      case .open: isOpen = boolean(node, word)?.value ?? false
      case .required: isRequired = boolean(node, word)?.value ?? false
      case .access: access = self.word(node, word, Field.Access.self)?.value ?? .readWrite
      case .default: `default` = fieldDefault(node)
      case .refersTo: reference = node
      case .computed: computed = self.name(node, word)
      case .from: from = oneOrList(node) { computedArgument($0) }
      case .sets: sets = oneOrMoreNames(node, word)
      case .join: join = self.join(node)
      case .changesWith:
        changesWith = entries(node, word) {
          ChangeSource(table: $0, on: keyPairs($1, $0.value))
        }
      case .odata: odata = self.name(node, word)?.value
      case .swiftName: swiftName = self.name(node, word)
      }
    }
    guard let name, let type else { return nil }
    if type.value == .option, options == nil, !isOpen {
      missingKeys(["values"], of: "a field of type option", in: node)
    }
    return Field(
      name: name, type: type, options: options ?? [], isOpen: isOpen, access: access,
      isRequired: isRequired, default: `default`,
      references: reference.flatMap { self.reference($0, of: name, side: side) },
      computed: computed, from: from, sets: sets, join: join, changesWith: changesWith,
      odata: odata, swiftName: swiftName, span: node.span)
  }

  /// `No.`, `$today`, or `{ Cust. Ledger Entry: [Due Date, Open] }`.
  private func computedArgument(_ node: SyntaxNode) -> ComputedArgument? {
    guard node.isMapping else {
      guard let name = name(node, "from") else { return nil }
      return node.style == .plain && name.value == "$today" ? .today(name.span) : .field(name)
    }
    let rows = entries(node, "from")
    guard rows.count == 1, let (table, fields) = rows.first else {
      invalid("an item of 'from' names the rows of one table", at: node.span)
      return nil
    }
    let names = oneOrMoreNames(fields, table.value)
    return names.isEmpty ? nil : .rows(table: table, fields: names)
  }

  private func fieldDefault(_ node: SyntaxNode) -> Field.Default? {
    if node.isScalar, node.style == .plain {
      if node.matches("system") { return .system }
      if node.matches("number-series") { return .numberSeries }
      if node.matches("next-line") { return .nextLine }
    }
    return literal(node, "default").map { .value($0) }
  }

  private func join(_ node: SyntaxNode) -> Join? {
    var table: Located<String>?
    var on: [Reference.KeyPair] = []
    var latest: Located<String>?
    var until: Located<Literal>?
    var field: Located<String>?
    read(node, JoinKey.self, "join") { key, node in
      switch key {
      case .table: table = name(node, key.rawValue)
      case .on: on = keyPairs(node, key.rawValue)
      case .latest: latest = name(node, key.rawValue)
      case .until: until = literal(node, key.rawValue)
      case .field: field = name(node, key.rawValue)
      }
    }
    guard let table, let field else { return nil }
    return Join(table: table, on: on, latest: latest, until: until, field: field)
  }
}
