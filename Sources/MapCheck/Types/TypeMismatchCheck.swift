import MapLanguage
import MapRuntime
import MapSource

/// `type-mismatch`: a value cannot become one of its target's type.
enum TypeMismatchCheck {
  static func find(_ flow: FieldFlow, _ scope: FlowScope) -> Finding? {
    if let finding = disagreement(flow, scope) ?? insteadOfEmpty(flow, scope) { return finding }
    // References and their tables are a check of their own, and the ends of a values list are read
    // as what they are.
    guard flow.map.routes.isEmpty, !isWayBackOfNothing(flow, scope) else { return nil }
    var found: Finding?
    flow.eachLeaf { leaf in
      if found == nil { found = find(leaf, flow, scope) }
    }
    return found
  }

  private static func find(
    _ leaf: EffectiveSource, _ flow: FieldFlow, _ scope: FlowScope
  ) -> Finding? {
    if case .text(let parts) = leaf, let finding = part(of: parts, flow, scope) { return finding }
    // What a values list makes is of the target's type already.
    let known =
      flow.map.values == nil
      ? FlowTyping.type(of: leaf, in: flow, scope) : .type(flow.targetType)
    guard case .type(let type) = known else { return nil }
    switch FlowTyping.arriving(type, flow.transforms) {
    case .failure(let bad): return step(bad, leaf, flow, scope)
    case .success(.asTarget): return nil
    case .success(.type(let arriving)):
      let fits =
        flow.map.values == nil
        ? converts(leaf, arriving, flow, scope)
        : Conversion.isPossible(from: arriving, to: flow.targetType)
      return fits ? nil : impossible(leaf, arriving, flow, scope)
    }
  }

  private static func converts(
    _ leaf: EffectiveSource, _ type: FieldType, _ flow: FieldFlow, _ scope: FlowScope
  ) -> Bool {
    if flow.targetType == .lookup || type == .lookup {
      return ReferenceTyping.converts(leaf, type, flow, scope)
    }
    if case .constant(.variable(.optionSetting(let name, _))) = leaf {
      return missing(of: name, flow, scope) == nil
    }
    if case .constant(.variable(.setting(_, .option))) = leaf { return false }
    return Conversion.isPossible(from: type, to: flow.targetType)
      // The references' own check says what to do.
      || ReferenceTyping.isAnsweredByOption(leaf, flow, scope)
  }

  /// An option of a setting that its target does not have.
  private static func missing(
    of name: String, _ flow: FieldFlow, _ scope: FlowScope
  ) -> String? {
    let target = scope.target(of: flow)
    let options = scope.context.model.project.setting(name)?.options ?? []
    return options.first { target.option($0.value) == nil }?.value
  }

  /// What an inverted chain makes on the way back follows from a step that has no way back.
  private static func isWayBackOfNothing(_ flow: FieldFlow, _ scope: FlowScope) -> Bool {
    guard flow.direction == .toBC, flow.map.isTwoWay, !flow.map.toSales.isEmpty,
      flow.map.origin.transform?.isBothWays == false, let bc = flow.map.bc
    else { return false }
    return NotInvertibleCheck.stepWithoutWayBack(flow.map, from: scope.type(bc, .bc)) != nil
  }

  private static func impossible(
    _ leaf: EffectiveSource, _ type: FieldType, _ flow: FieldFlow, _ scope: FlowScope
  ) -> Finding {
    let target = scope.target(of: flow)
    let title = scope.title(of: leaf, in: flow)
    var message =
      "\(FieldTypeName.article(type)) does not become \(FieldTypeName.article(flow.targetType)): "
      + "\(title) and '\(target.name.value)'"
    if case .constant(.variable(.optionSetting(let name, _))) = leaf,
      let missing = missing(of: name, flow, scope)
    {
      message = "'\(missing)' of \(title) is not an option of '\(target.name.value)'"
    }
    if type == .lookup, let theirs = references(of: leaf, flow, scope), let own = target.references
    {
      message =
        "\(title) refers to \(tables(theirs)), and '\(target.name.value)' to \(tables(own))"
    }
    return Finding(
      "type-mismatch", message, at: flow.targetSpan,
      label: "takes \(FieldTypeName.article(flow.targetType))",
      notes: scope.note(on: leaf, in: flow) + [FlowScope.note(on: target)],
      help: TypeAdvice.help(from: type, to: flow.targetType))
  }

  private static func tables(_ reference: Reference) -> String {
    ValueNames.list(reference.targets.map(\.table.value))
  }

  private static func references(
    of leaf: EffectiveSource, _ flow: FieldFlow, _ scope: FlowScope
  ) -> Reference? {
    switch leaf {
    case .field(let place): scope.field(place, flow.direction.source).references
    case .related(let place, let field): scope.related(place, field).field.references
    default: nil
    }
  }

  private static func step(
    _ bad: FlowTyping.BadStep, _ leaf: EffectiveSource, _ flow: FieldFlow, _ scope: FlowScope
  ) -> Finding {
    let call = TransformCalls.call(bad.place, of: flow)
    let name = call.map { "'\($0.name.value)'" } ?? "the transform"
    return Finding(
      "type-mismatch", "\(name) does not take \(FieldTypeName.article(bad.type))",
      at: call?.name.span ?? flow.targetSpan,
      label: "gets \(FieldTypeName.article(bad.type))", notes: scope.note(on: leaf, in: flow),
      help: "take the step out, or put one before it that makes what it takes")
  }

  private static func part(
    of parts: [EffectiveSource.Part], _ flow: FieldFlow, _ scope: FlowScope
  ) -> Finding? {
    for part in parts {
      guard let place = part.fieldPlace, scope.type(place, flow.direction.source) == .lookup
      else { continue }
      let field = scope.field(place, flow.direction.source)
      return Finding(
        "type-mismatch", "a lookup has no text, so '{\(field.name.value)}' cannot stand in one",
        at: written(field.name.value, in: flow) ?? flow.map.span,
        notes: [FlowScope.note(on: field)], help: "name a field that holds a text or a number")
    }
    return nil
  }

  private static func written(_ name: String, in flow: FieldFlow) -> Span? {
    guard case .text(let template) = flow.map.origin.source else { return nil }
    return template.fields.first { $0.value == name }?.span
  }

  /// `same-as` compares the target with a related record's field.
  private static func disagreement(_ flow: FieldFlow, _ scope: FlowScope) -> Finding? {
    zip(flow.map.sameAs, flow.map.origin.sameAs).lazy
      .compactMap { disagreement(flow, $0, $1, scope) }.first
  }

  private static func disagreement(
    _ flow: FieldFlow, _ other: (place: Int, field: Int),
    _ written: (name: Located<String>, field: Located<String>), _ scope: FlowScope
  ) -> Finding? {
    let field = scope.related(other.place, other.field).field
    guard !Conversion.isPossible(from: flow.targetType, to: field.type.value) else {
      return otherTable(field, scope.target(of: flow), at: written.field.span)
    }
    return Finding(
      "type-mismatch",
      "\(FieldTypeName.article(flow.targetType)) never agrees with "
        + "\(FieldTypeName.article(field.type.value)): '\(written.name.value).\(field.name.value)'",
      at: written.field.span, notes: [FlowScope.note(on: field)])
  }

  /// Two lookups agree only where they refer to one table.
  private static func otherTable(_ field: Field, _ target: Field, at span: Span) -> Finding? {
    guard let theirs = field.references, let own = target.references,
      Set(theirs.targets.map(\.table.value)).isDisjoint(with: own.targets.map(\.table.value))
    else { return nil }
    return Finding(
      "lookup-wrong-table",
      "'\(field.name.value)' and '\(target.name.value)' refer to different tables, so they never agree",
      at: span,
      notes: [
        Finding.Note("'\(field.name.value)' refers here", at: theirs.span),
        Finding.Note("'\(target.name.value)' refers here", at: own.span),
      ],
      help: "name a field that refers to the same table")
  }

  /// `empty: { use: FIELD }` writes another field's value.
  private static func insteadOfEmpty(_ flow: FieldFlow, _ scope: FlowScope) -> Finding? {
    // Through a mapping it is the other field's reference, and the references' checks are asked.
    guard case .useField(let place) = flow.map.empty, flow.map.routes.isEmpty else { return nil }
    let field = scope.field(place, flow.direction.source)
    guard !Conversion.isPossible(from: field.type.value, to: flow.targetType) else { return nil }
    let target = scope.target(of: flow)
    return Finding(
      "type-mismatch",
      "\(FieldTypeName.article(field.type.value)) does not become "
        + "\(FieldTypeName.article(flow.targetType)): '\(field.name.value)' and "
        + "'\(target.name.value)'",
      at: flow.map.origin.empty?.span ?? flow.targetSpan,
      label: "written where the source is empty",
      notes: [FlowScope.note(on: field), FlowScope.note(on: target)],
      help: TypeAdvice.help(from: field.type.value, to: flow.targetType))
  }
}
