import MapLanguage
import MapRuntime
import MapSource

/// `key`, `roles` and `parent`.
extension TableReader {
  mutating func keys() {
    var seen: [String: Span] = [:]
    for name in table.key {
      if let earlier = seen.updateValue(name.span, forKey: name.value) {
        invalid(
          "'\(name.value)' stands twice in 'key'", at: name.span, label: "again here",
          notes: [Finding.Note("first here", at: earlier)], help: "take one of them out")
        continue
      }
      guard let field = own(name) else { continue }
      if table.side == .sales, field.type.value != .guid {
        invalid(
          "the key of a Sales table is its primary id, and '\(name.value)' is "
            + FieldTypeName.article(field.type.value),
          at: name.span, notes: [Finding.Note("the field is described here", at: field.span)],
          help: "name the field of type guid")
      } else if field.computed != nil || field.join != nil {
        invalid(
          "'\(name.value)' is read from elsewhere and cannot be a part of 'key'", at: name.span,
          notes: [Finding.Note("the field is described here", at: field.span)])
      }
    }
    if table.side == .sales, table.key.count > 1 {
      invalid(
        "a Sales table has one key, its primary id", at: table.key[1].span,
        help: "leave the first in 'key'")
    }
  }

  mutating func roles() {
    let roles = table.roles
    for (role, name) in [
      ("company", roles.company), ("owner", roles.owner), ("modified-by", roles.modifiedBy),
      ("belongs-to", roles.belongsTo), ("name", roles.name),
    ] {
      guard let name else { continue }
      if table.side == .bc {
        invalid(
          "'\(role)' is a role of Sales tables", at: name.span,
          help: "take 'roles' out of a Business Central table")
        return
      }
      guard let field = own(name) else { continue }
      let isNamed = role == "name"
      guard isNamed ? !Self.isText(field) : field.type.value != .lookup else { continue }
      invalid(
        "the role '\(role)' is a \(isNamed ? "text" : "lookup"), and '\(name.value)' is "
          + FieldTypeName.article(field.type.value),
        at: name.span, notes: [Finding.Note("the field is described here", at: field.span)])
    }
  }

  private static func isText(_ field: Field) -> Bool {
    switch field.type.value {
    case .text, .code, .memo: true
    case .integer, .bigInteger, .decimal, .money, .boolean, .date, .dateTime, .guid, .option,
      .lookup:
      false
    }
  }

  mutating func parent() {
    guard let parent = table.parent, let header = described(parent.table) else { return }
    var said: Set<String> = []
    for link in parent.links {
      let own = own(link.own)
      guard let theirs = link.theirs else {
        if let own { lookup(own, to: parent.table, at: link.own.span) }
        continue
      }
      said.insert(theirs.value)
      guard let field = field(theirs, in: header), let own else { continue }
      compare(own, field, at: link.own.span)
    }
    for assignment in parent.where {
      said.insert(assignment.field.value)
      guard let field = field(assignment.field, in: header) else { continue }
      value(assignment.value, of: field)
    }
    if table.side == .bc { cover(resolved.catalogue[header], by: said, at: parent.table.span) }
  }

  /// The lookup by which a Sales line names its header.
  private mutating func lookup(_ field: Field, to header: Located<String>, at span: Span) {
    let targets = field.references?.targets.map(\.table.value) ?? []
    if field.type.value == .lookup, targets.contains(header.value) { return }
    findings.append(
      Finding(
        "lookup-wrong-table", "'\(field.name.value)' does not refer to '\(header.value)'",
        at: span, label: "names the parent",
        notes: [Finding.Note("the field is described here", at: field.span)],
        help: "name a lookup to '\(header.value)'"))
  }

  /// Every field of the parent's key must be said, or a line could have several parents.
  private mutating func cover(_ header: Table, by said: Set<String>, at span: Span) {
    guard header.isComplete else { return }
    let open = header.key.filter { !said.contains($0.value) }
    guard let first = open.first else { return }
    invalid(
      "the parent's key has '\(first.value)', which no own field and no 'where' says", at: span,
      label: "several records of '\(header.name.value)' could be meant",
      notes: [Finding.Note("its key is described here", at: first.span)],
      help: "say it under 'by' (the parent's field: own), or under 'where' with its value")
  }
}
