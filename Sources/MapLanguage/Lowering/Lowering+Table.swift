import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// A table's file; nil where it does not say its name.
  func table(_ root: SyntaxNode, side: Side) -> Table? {
    var name: Located<String>?
    var table = Table(side: side, name: Located("", at: root.span))
    read(root, TableKey.self, "the file") { key, node in
      switch key {
      case .table: name = self.name(node, key.rawValue)
      case .number: table.number = integer(node, key.rawValue)?.value
      case .key: table.key = oneOrMoreNames(node, key.rawValue)
      case .odata: table.odata = address(node)
      case .roles: table.roles = roles(node)
      case .states: table.states = states(node)
      case .parent: table.parent = tableParent(node)
      case .swiftName: table.swiftName = self.name(node, key.rawValue)
      case .fields: fields(node, side: side, into: &table)
      }
    }
    guard let name else { return nil }
    table.name = name
    table.isComplete = !hasGaps
    return table
  }

  private func fields(_ node: SyntaxNode, side: Side, into table: inout Table) {
    for field in list(node, "fields", { field($0, side: side) }) {
      let name = field.name
      guard !table.add(field), let earlier = table[name.value]?.name.span else { continue }
      report(
        "invalid-value", "the field '\(name.value)' stands twice", at: name.span,
        label: "again here", notes: [Finding.Note("first here", at: earlier)],
        help: "take one of them out")
    }
  }

  private func address(_ node: SyntaxNode) -> TableAddress {
    var address = TableAddress()
    read(node, AddressKey.self, "odata") { key, node in
      switch key {
      case .set: address.set = name(node, key.rawValue)
      case .id: address.id = name(node, key.rawValue)
      case .modified: address.modified = name(node, key.rawValue)
      }
    }
    return address
  }

  private func roles(_ node: SyntaxNode) -> TableRoles {
    var roles = TableRoles()
    read(node, RolesKey.self, "roles") { key, node in
      switch key {
      case .company: roles.company = name(node, key.rawValue)
      case .owner: roles.owner = name(node, key.rawValue)
      case .modifiedBy: roles.modifiedBy = name(node, key.rawValue)
      case .belongsTo: roles.belongsTo = name(node, key.rawValue)
      }
    }
    return roles
  }

  private func tableParent(_ node: SyntaxNode) -> TableParent? {
    var table: Located<String>?
    var links: [TableParent.Link] = []
    var fixed: [Assignment] = []
    read(node, TableParentKey.self, "parent") { key, node in
      switch key {
      case .table: table = name(node, key.rawValue)
      case .by:
        links =
          node.isScalar
          ? name(node, key.rawValue).map { [TableParent.Link(theirs: nil, own: $0)] } ?? []
          : keyPairs(node, key.rawValue).map { TableParent.Link(theirs: $0.theirs, own: $0.own) }
      case .where: fixed = assignments(node, key.rawValue)
      }
    }
    guard let table, !links.isEmpty else { return nil }
    return TableParent(table: table, links: links, where: fixed, span: node.span)
  }
}
