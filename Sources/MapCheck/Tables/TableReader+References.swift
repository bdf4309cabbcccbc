import MapLanguage
import MapRuntime
import MapSource

/// `refers-to`, `join` and `changes-with`.
extension TableReader {
  mutating func reference(_ reference: Reference, of field: Field) {
    guard canRefer(field, at: reference.span) else { return }
    let picks = reference.pickedBy.flatMap { picking($0) }
    var seen: [String: Span] = [:]
    for target in reference.targets {
      if let option = target.when, let picks { self.option(option, of: picks) }
      if target.when == nil, !target.table.value.isEmpty {
        if let earlier = seen.updateValue(target.table.span, forKey: target.table.value) {
          invalid(
            "'\(field.name.value)' refers to '\(target.table.value)' twice",
            at: target.table.span, label: "again here",
            notes: [Finding.Note("first here", at: earlier)], help: "take one of them out")
        }
      }
      self.target(target, of: field)
    }
  }

  private mutating func canRefer(_ field: Field, at span: Span) -> Bool {
    let type = field.type.value
    switch type {
    case .decimal, .money, .boolean, .date, .dateTime, .memo: break
    case .option where table.side == .bc: break
    case .lookup: return true
    default: if table.side == .bc { return true }
    }
    invalid(
      "'\(field.name.value)' is \(FieldTypeName.article(type)), which refers to nothing", at: span,
      help: table.side == .sales
        ? "only a lookup refers to a table" : "take 'refers-to' out, or correct the type")
    return false
  }

  /// The option field that picks the table.
  private mutating func picking(_ name: Located<String>) -> Field? {
    guard let field = own(name) else { return nil }
    if field.type.value == .option { return field }
    invalid(
      "'\(name.value)' picks the table, and is no option", at: name.span,
      notes: [Finding.Note("the field is described here", at: field.span)],
      help: "name a field of type option after 'by'")
    return nil
  }

  private mutating func option(_ name: Located<String>, of field: Field) {
    guard field.option(name.value) == nil, !field.isOpen else { return }
    let nearest = Spelling.nearest(to: name.value, among: field.options.map(\.name))
    findings.append(
      Finding(
        "unknown-option", "'\(name.value)' is not an option of '\(field.name.value)'",
        at: name.span, label: nearest.map { "did you mean '\($0)'?" } ?? "",
        notes: [Finding.Note("its options are described here", at: field.span)],
        fix: nearest.map {
          Fix(certain: false, edits: [Fix.Edit(name.span, NameTable.quotedIfNeeded($0))])
        }))
  }

  private mutating func target(_ target: Reference.Target, of field: Field) {
    let described = referred(target.table)
    for pair in target.otherKeys {
      let own = own(pair.own)
      guard let described, let theirs = self.field(pair.theirs, in: described), let own else {
        continue
      }
      compare(own, theirs, at: pair.own.span)
    }
    guard table.side == .bc, let described else { return }
    let other = resolved.catalogue[described]
    guard !target.otherKeys.isEmpty || other.key.count > 1 else { return }
    let said = Set(target.otherKeys.map(\.theirs.value))
    let open = other.key.filter { !said.contains($0.value) }
    guard other.isComplete, open.count != 1 else { return }
    invalid(
      target.otherKeys.isEmpty
        ? "'\(other.name.value)' is known by \(ValueNames.list(other.key.map(\.value))), and "
          + "'\(field.name.value)' is one field"
        : open.isEmpty
          ? "the whole key of '\(other.name.value)' is said, and '\(field.name.value)' is none of it"
          : "the key of '\(other.name.value)' has '\(open[0].value)' and '\(open[1].value)' besides",
      at: target.table.span, label: "one field of the key is this field, the others stand here",
      notes: other.key.first.map { [Finding.Note("its key is described here", at: $0.span)] } ?? [],
      help: "write { \(other.name.value): { THEIR KEY FIELD: OWN FIELD } }")
  }

  // MARK: Joins

  mutating func join(_ join: Join, of field: Field) {
    guard let joined = described(join.table) else { return }
    for pair in join.on {
      guard let theirs = self.field(pair.theirs, in: joined), let own = own(pair.own) else {
        continue
      }
      kept(own, at: pair.own.span)
      kept(theirs, at: pair.theirs.span)
      compare(own, theirs, at: pair.own.span)
    }
    let other = resolved.catalogue[joined]
    if join.on.isEmpty, other.key.contains(where: { other[$0.value]?.isRequired ?? false }) {
      invalid(
        "'\(other.name.value)' has many records, and nothing says which one is read",
        at: join.table.span, help: "say 'on: { THEIR FIELD: OWN FIELD }'")
    }
    if let read = self.field(join.field, in: joined) {
      kept(read, at: join.field.span)
      compare(field, read, at: join.field.span)
    }
    guard let latest = join.latest else {
      if let until = join.until {
        invalid(
          "'until' belongs to 'latest'", at: until.span,
          help: "say 'latest: DATE FIELD', or take 'until' out")
      }
      return
    }
    guard let date = self.field(latest, in: joined) else { return }
    guard date.type.value == .date || date.type.value == .dateTime else {
      invalid(
        "'\(latest.value)' is \(FieldTypeName.article(date.type.value)); 'latest' takes a date",
        at: latest.span, notes: [Finding.Note("the field is described here", at: date.span)])
      return
    }
    kept(date, at: latest.span)
    if let until = join.until { value(until, of: date) }
  }

  /// A join finds and reads what its tables keep, so that none waits for another.
  private mutating func kept(_ field: Field, at span: Span) {
    guard field.computed != nil || field.join != nil else { return }
    let how = field.computed == nil ? "read from another table itself" : "computed"
    invalid(
      "'\(field.name.value)' is \(how), and a join goes by fields that their table keeps", at: span,
      notes: [Finding.Note("the field is described here", at: field.span)],
      help: "name a field without 'join' and 'computed'")
  }

  /// What a computed field's function is given.
  mutating func arguments(of field: Field) {
    for argument in field.from {
      switch argument {
      case .today: break
      case .field(let name):
        if let given = own(name) { stored(given, at: name.span) }
      case .rows(let table, let names):
        guard let place = described(table) else { continue }
        if !field.changesWith.contains(where: { $0.table.value == table.value }) {
          invalid(
            "nothing says which rows of '\(table.value)' belong to a record", at: table.span,
            help: "say 'changes-with: { \(table.value): { THEIR FIELD: OWN FIELD } }'")
        }
        for name in names {
          if let given = self.field(name, in: place) { stored(given, at: name.span) }
        }
      }
    }
  }

  /// A function sees values that are stored or joined, so that none waits for another.
  private mutating func stored(_ given: Field, at span: Span) {
    guard given.computed != nil else { return }
    invalid(
      "'\(given.name.value)' is computed itself", at: span,
      notes: [Finding.Note("the field is described here", at: given.span)],
      help: "name the fields that it is made from")
  }

  mutating func changes(of field: Field) {
    guard let first = field.changesWith.first else { return }
    if field.computed == nil, field.access != .read {
      invalid(
        "'changes-with' belongs to a field that BC figures out or a function computes",
        at: first.table.span, label: "'\(field.name.value)' is written as it is",
        help: "say 'access: read' or 'computed: NAME', or take 'changes-with' out")
    }
    for change in field.changesWith {
      let described = referred(change.table)
      for pair in change.on {
        let own = own(pair.own)
        guard let described, let theirs = self.field(pair.theirs, in: described), let own else {
          continue
        }
        compare(own, theirs, at: pair.own.span)
      }
    }
  }
}
