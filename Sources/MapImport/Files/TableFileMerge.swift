import MapLanguage
import MapRuntime
import MapSource
import MapSyntax

/// What a system says, put into a table file that is there: what differs is changed where it stands,
/// what is new comes behind the rest, and everything else stays as people wrote it. Nothing is taken
/// out.
struct TableFileMerge {
  let edits: [Fix.Edit]
  let added: Int
  let changed: Int
  /// Fields that the system does not have; they stay.
  let kept: [String]

  /// - Parameters:
  ///   - addsFields: whether columns that no field names are added.
  init(
    _ source: SourceFile, _ root: SyntaxNode, _ table: Table, _ system: SystemTable,
    _ origin: SystemDescription.Origin, addsFields: Bool = true
  ) {
    let match = TableMatch(origin)
    let insertion = TreeInsertion(source)
    let nodes = Dictionary(
      root["fields"]?.items.compactMap { item in item["name"].map { ($0.text, item) } } ?? []
    ) { first, _ in first }
    var edits = Self.head(root, table, system, origin, insertion)
    var changed = 0
    var new: [SystemField] = []
    var found: Set<String> = []
    for field in system.fields {
      if let own = match.field(field, in: table) {
        found.insert(own.name.value)
        guard let node = nodes[own.name.value] else { continue }
        let more = FieldEdits(node, insertion).edits(FieldChange.all(of: own, field))
        changed += more.isEmpty ? 0 : 1
        edits += more
      } else if !Self.isState(field.name, of: table) {
        new.append(field)
      }
    }
    if !addsFields { new = [] }
    if !new.isEmpty, let list = root["fields"],
      let edit = insertion.items(new.map(TableFileText.field), into: list)
    {
      edits.append(edit)
    }
    self.edits = Self.joined(edits)
    self.changed = changed
    added = new.count
    // What is computed or joined was never a column, and an API publishes part of a table.
    kept =
      system.isExtension
      ? []
      : table.fields.filter { field in
        field.computed == nil && field.join == nil && !found.contains(field.name.value)
          && (origin != .businessCentral || field.odata != nil)
      }.map(\.name.value)
  }

  /// A document's states stand in place of two columns.
  private static func isState(_ name: String, of table: Table) -> Bool {
    table.states.map { [$0.field.value, $0.status.value].contains(name) } ?? false
  }

  /// Number and address of the table, where the file does not say them.
  private static func head(
    _ root: SyntaxNode, _ table: Table, _ system: SystemTable,
    _ origin: SystemDescription.Origin, _ insertion: TreeInsertion
  ) -> [Fix.Edit] {
    var edits: [Fix.Edit] = []
    if let number = system.number, table.number == nil,
      let name = root.entries.first(where: { $0.key.text == "table" })
    {
      edits.append(insertion.entry("number: \(number)", after: name, in: root))
    }
    if table.odata == nil, let address = TableFileText.address(system),
      let key = root.entries.first(where: { $0.key.text == "key" })
    {
      edits.append(insertion.entry("odata: " + address, after: key, in: root))
    }
    if let set = table.odata?.set, let name = system.set, set.value != name {
      edits.append(Fix.Edit(set.span, FlowText.scalar(name)))
    }
    return edits
  }

  /// Insertions at one place as one, in their order: two could stand either way.
  private static func joined(_ edits: [Fix.Edit]) -> [Fix.Edit] {
    edits.reduce(into: []) { all, edit in
      if edit.span.start == edit.span.end,
        let same = all.firstIndex(where: { $0.span == edit.span })
      {
        all[same] = Fix.Edit(edit.span, all[same].text + edit.text)
      } else {
        all.append(edit)
      }
    }
  }
}

/// The edits of one field's entry in a table file.
private struct FieldEdits {
  private let node: SyntaxNode
  private let insertion: TreeInsertion

  init(_ node: SyntaxNode, _ insertion: TreeInsertion) {
    self.node = node
    self.insertion = insertion
  }

  func edits(_ changes: [FieldChange]) -> [Fix.Edit] {
    changes.flatMap { change -> [Fix.Edit] in
      switch change {
      case .type(let type): set("type", FieldTypeName.written(type))
      case .access(let access): set("access", access.rawValue)
      case .odata(let name): set("odata", FlowText.scalar(name))
      case .renumbered(let options): renumber(options)
      case .addedOptions(let options): add(options)
      case .goneOptions: []
      case .navigations(let targets): rename(targets)
      }
    }
  }

  private func set(_ key: String, _ text: String) -> [Fix.Edit] {
    guard let value = node[key] else { return [insertion.entry("\(key): \(text)", into: node)] }
    return [Fix.Edit(value.span, text)]
  }

  private func renumber(_ options: [SystemField.Option]) -> [Fix.Edit] {
    options.compactMap { option in
      node["values"]?[option.name].map { Fix.Edit($0.span, "\(option.value)") }
    }
  }

  private func add(_ options: [SystemField.Option]) -> [Fix.Edit] {
    guard let values = node["values"], values.isMapping, values.count > 0 else {
      return set("values", TableFileText.values(options))
    }
    return options.map { option in
      insertion.entry("\(FlowText.scalar(option.name)): \(option.value)", into: values)
    }
  }

  private func rename(_ targets: [SystemField.Target]) -> [Fix.Edit] {
    guard let reference = node["refers-to"] else { return [] }
    guard reference.isMapping else {
      // A table alone, or some, which had no navigation property of their own.
      return [Fix.Edit(reference.span, TableFileText.navigations(targets))]
    }
    return targets.compactMap { target in
      reference[target.table].map { Fix.Edit($0.span, FlowText.scalar(target.navigation)) }
    }
  }
}
