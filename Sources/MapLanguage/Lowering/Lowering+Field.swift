import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// A field of a table; nil where it does not say its name or type.
  func field(_ node: SyntaxNode, side: Side) -> Field? {
    var name: Located<String>?
    var type: Located<FieldType>?
    var hasValues = false
    var reference: SyntaxNode?
    var field = Field(
      name: Located("", at: node.span), type: Located(.integer, at: node.span), span: node.span)
    read(node, FieldKey.self, "an item of 'fields'") { key, node in
      switch key {
      case .name: name = self.name(node, key.rawValue)
      case .type: type = fieldType(node, key.rawValue)
      case .values:
        hasValues = true
        field.options = options(node, key.rawValue)
      case .open: field.isOpen = boolean(node, key.rawValue)?.value ?? false
      case .required: field.isRequired = boolean(node, key.rawValue)?.value ?? false
      case .access:
        field.access = word(node, key.rawValue, Field.Access.self)?.value ?? .readWrite
      case .default: field.default = fieldDefault(node)
      case .refersTo: reference = node
      case .computed: field.computed = self.name(node, key.rawValue)
      case .from: field.from = oneOrList(node) { computedArgument($0) }
      case .sets: field.sets = oneOrMoreNames(node, key.rawValue)
      case .join: field.join = join(node)
      case .changesWith:
        field.changesWith = entries(node, key.rawValue) {
          ChangeSource(table: $0, on: keyPairs($1, $0.value))
        }
      case .odata: field.odata = self.name(node, key.rawValue)?.value
      case .swiftName: field.swiftName = self.name(node, key.rawValue)
      }
    }
    guard let name, let type else { return nil }
    if type.value == .option, !hasValues, !field.isOpen {
      missingKeys(["values"], of: "a field of type option", in: node)
    }
    field.name = name
    field.type = type
    field.references = reference.flatMap { self.reference($0, of: name, side: side) }
    return field
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
    guard let table, let field, !on.isEmpty else { return nil }
    return Join(table: table, on: on, latest: latest, until: until, field: field)
  }
}
