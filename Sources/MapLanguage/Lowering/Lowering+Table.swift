import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// A table's file; nil where it does not say its name.
  func table(_ root: SyntaxNode, side: Side) -> Table? {
    var name: Located<String>?
    var number: Int?
    var key: [Located<String>] = []
    var roles = TableRoles()
    var fields: [Field] = []
    var states: States?
    var parent: TableParent?
    var odata: TableAddress?
    var swiftName: Located<String>?
    read(root, TableKey.self, "the file") { tableKey, node in
      let word = tableKey.rawValue
      switch tableKey {
      case .table: name = self.name(node, word)
      case .number: number = integer(node, word)?.value
      case .key: key = oneOrMoreNames(node, word)
      case .odata: odata = address(node)
      case .roles: roles = self.roles(node)
      case .states: states = self.states(node)
      case .parent: parent = tableParent(node)
      case .swiftName: swiftName = self.name(node, word)
      case .fields: fields = self.fields(node, side: side)
      }
    }
    guard let name else { return nil }
    return Table(
      side: side, name: name, number: number, key: key, roles: roles, fields: fields,
      states: states, parent: parent, odata: odata, swiftName: swiftName, isComplete: !hasGaps)
  }

  /// The fields of a table, without those that stand twice: nobody knows which was meant.
  private func fields(_ node: SyntaxNode, side: Side) -> [Field] {
    var first: [String: Span] = [:]
    var fields: [Field] = []
    var doubled: Set<String> = []
    fields.reserveCapacity(node.count)
    first.reserveCapacity(node.count)
    for field in list(node, "fields", { field($0, side: side) }) {
      let name = field.name
      guard let earlier = first.updateValue(name.span, forKey: name.value) else {
        fields.append(field)
        continue
      }
      first[name.value] = earlier
      doubled.insert(name.value)
      report(
        "invalid-value", "the field '\(name.value)' stands twice", at: name.span,
        label: "again here", notes: [Finding.Note("first here", at: earlier)],
        help: "take one of them out")
    }
    return doubled.isEmpty ? fields : fields.filter { !doubled.contains($0.name.value) }
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
      case .name: roles.name = name(node, key.rawValue)
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
