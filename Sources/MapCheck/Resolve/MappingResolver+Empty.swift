import MapLanguage
import MapRuntime
import MapSource

/// What an empty source does.
extension MappingResolver {
  mutating func empty(
    of field: FieldMap, _ directions: [Direction], _ ends: FieldEnds
  ) -> EffectiveEmpty {
    let rule =
      field.empty ?? mapping.defaults.empty ?? names.model.project.defaults.empty
    switch rule?.value {
    case nil, .clear: return .clear
    case .keep: return .keep
    case .refuse: return .refuse
    case .use(let literal, let isQuoted):
      let directions = directions.isEmpty ? [ends.direction] : directions
      if !isQuoted, let finding = misspelt(literal, directions, ends) {
        findings.append(finding)
        return .clear
      }
      return used(literal, directions, ends)
    }
  }

  /// A field of the source, or a value of the target. A field map that goes both ways has two of
  /// each: it can name no field, and a value only if both targets hold it alike.
  private mutating func used(
    _ literal: Located<Literal>, _ directions: [Direction], _ ends: FieldEnds
  ) -> EffectiveEmpty {
    let readers = directions.filter { self.field(literal, in: $0) != nil }
    if let place = directions.first.flatMap({ self.field(literal, in: $0) }), directions.count == 1
    {
      return .useField(place)
    }
    if !readers.isEmpty {
      findings.append(
        Finding(
          "direction-conflict", "'use' names a field, and the field map goes both ways",
          at: literal.span, label: "a field of one side only",
          help: "write a field map for each direction, each with its own 'empty'"))
      return .clear
    }
    if let direction = directions.first, directions.count == 1,
      let finding = ofWrittenSide(literal, direction, ends)
    {
      findings.append(finding)
      return .clear
    }
    var operands: [Operand] = []
    for direction in directions {
      guard let target = ends.place(direction.target),
        let operand = operand(literal, for: target, in: table(direction.target))
      else { return .clear }
      operands.append(operand)
    }
    guard let first = operands.first else { return .clear }
    if operands.contains(where: { $0 != first }) {
      findings.append(
        Finding(
          "direction-conflict",
          "the value of 'use' is another one on each side, and the field map goes both ways",
          at: literal.span,
          help: "write a field map for each direction, each with its own 'empty'"))
    }
    return .useValue(first)
  }

  /// A plain word that is no field of the source and nearly one, where it would be written as a text.
  private func misspelt(
    _ literal: Located<Literal>, _ directions: [Direction], _ ends: FieldEnds
  ) -> Finding? {
    guard case .text(let name) = literal.value,
      !directions.contains(where: { field(literal, in: $0) != nil })
    else { return nil }
    for direction in directions {
      let source = names.catalogue[table(direction.source)]
      guard let place = ends.place(direction.target), source.isComplete,
        field(literal, in: direction.reversed) == nil,
        isNoValue(name, of: names.catalogue[table(direction.target)].fields[place]),
        let nearest = Nearest(to: name, in: source.fields.lazy.map(\.name.value))
      else { continue }
      return Finding(
        "unknown-field",
        "'\(name)' is not a field of \(source.side.name) table '\(source.name.value)'",
        at: literal.span, label: "did you mean '\(nearest.word)'?",
        notes: [Finding.Note("the table is described here", at: source.name.span)],
        help: "put it in quotes if the text itself is to be written",
        fix: Fix(
          certain: false,
          edits: [Fix.Edit(literal.span, NameTable.quotedIfNeeded(nearest.word))]))
    }
    return nil
  }

  /// Whether a word is a text to its target, or nothing that it takes.
  private func isNoValue(_ name: String, of target: Field) -> Bool {
    switch target.type.value {
    case .text, .code, .memo: true
    case .option: target.options(named: name).isEmpty && target.option(name) == nil
    default: Value(parsing: name, as: target.type.value) == nil
    }
  }

  /// A field of the side that is written, which `use` does not read. What the target takes as a value
  /// is one, unless it can only be meant as a name.
  private func ofWrittenSide(
    _ literal: Located<Literal>, _ direction: Direction, _ ends: FieldEnds
  ) -> Finding? {
    guard case .text(let name) = literal.value, field(literal, in: direction.reversed) != nil,
      let place = ends.place(direction.target)
    else { return nil }
    let target = names.catalogue[table(direction.target)].fields[place]
    switch target.type.value {
    case .text, .code, .memo:
      // In Business Central, names are words that people also write.
      guard direction.target == .sales || name.contains(where: { " ./".contains($0) }) else {
        return nil
      }
    case .option where target.option(name) != nil: return nil
    default: break
    }
    return Finding(
      "direction-conflict",
      "'use' names a field of the \(direction.target.name) side, and this field map reads the "
        + "\(direction.source.name) side",
      at: literal.span, label: "a field of the side that is written",
      help: "name a field of the \(direction.source.name) side, or another value")
  }

  private func field(_ literal: Located<Literal>, in direction: Direction) -> Int? {
    guard case .text(let name) = literal.value else { return nil }
    return names.catalogue[table(direction.source)].place(of: name)
  }
}
