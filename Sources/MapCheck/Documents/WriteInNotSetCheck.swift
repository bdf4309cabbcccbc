import MapLanguage
import MapRuntime
import MapSource

/// `write-in-not-set`: lines without a product are taken into BC, and what stands for them is not
/// said, or cannot be told by its settings (R E-22).
enum WriteInNotSetCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    guard mapping.direction.includes(.toBC) else { return [] }
    guard let rule = mapping.origin.document.writeIn else { return missing(mapping, context) }
    guard !rule.product.isEmpty else { return [unsaid(rule)] }
    let table = context.table(mapping, .bc)
    var findings = rule.product.compactMap { assignment in
      table[assignment.field.value].flatMap { finding(assignment, $0, rule, context) }
    }
    // A misspelt field is what is missing then.
    let areKnown = rule.product.allSatisfy { table.place(of: $0.field.value) != nil }
    if findings.isEmpty, areKnown, let finding = unpicked(rule, table) { findings.append(finding) }
    return findings
  }

  /// Lines whose product may be empty, and nothing stands for it.
  private static func missing(
    _ mapping: EffectiveMapping, _ context: CheckContext
  ) -> [Finding] {
    guard mapping.parent != nil, mapping.creates(.toBC), mapping.lost.isEmpty else { return [] }
    let product = mapping.fields.first { map in
      guard map.includes(.toBC), !map.routes.isEmpty, let bc = map.bc, case .clear = map.empty,
        map.origin.together == nil, case .field(let sales)? = map.source(.toBC)
      else { return false }
      return context.field(bc, of: mapping, .bc).references?.pickedBy != nil
        && mayLack(sales, mapping, context, at: map.span)
    }
    guard let product else { return [] }
    return [
      Finding(
        "write-in-not-set",
        "lines without a product go to Business Central, and no product stands for them",
        at: product.span, label: "may be empty",
        help: "say 'write-in: { when: …, product: { Type: $SETTING, No.: $SETTING } }', or "
          + "`empty: refuse` here")
    ]
  }

  /// Whether a line without that field passes the filter, and no refusal stops it.
  private static func mayLack(
    _ field: Int, _ mapping: EffectiveMapping, _ context: CheckContext, at span: Span
  ) -> Bool {
    let empty = EffectiveCondition(
      clauses: [EffectiveCondition.Clause(field: field, test: .empty, span: span)], any: [])
    let refused = mapping.refuse.compactMap { refusal in
      refusal.when.bc == nil && refusal.when.related.isEmpty ? refusal.when.sales?.negated : nil
    }
    return !Satisfiability(
      of: [mapping.filter(.sales), empty] + refused, in: context.table(mapping, .sales)
    ).isNever
  }

  private static func unsaid(_ rule: DocumentRules.WriteIn) -> Finding {
    Finding(
      "write-in-not-set",
      "lines without a product go to Business Central, and no product stands for them",
      at: rule.span, label: "says no 'product'",
      help: "say 'product: { Type: $SETTING, No.: $SETTING }', with both settings in project.yaml")
  }

  private static func finding(
    _ assignment: Assignment, _ field: Field, _ rule: DocumentRules.WriteIn,
    _ context: CheckContext
  ) -> Finding? {
    let value = assignment.value
    let project = context.model.project
    if let refusal = FieldAccess.refusal(of: field) {
      return Finding(
        "read-only-target", "bc field '\(field.name.value)' \(refusal)", at: assignment.field.span,
        label: "cannot be written",
        notes: [Finding.Note("the field is described here", at: field.span)],
        help: "take it out of 'product'")
    }
    switch value.value {
    case .null:
      return Finding(
        "write-in-not-set", "'\(assignment.field.value)' of the write-in product is nothing",
        at: assignment.field.span, help: "give it a setting or a value")
    case .text:
      let reader = OperandReader(project: project)
      switch reader.read(value, for: field, on: .bc) {
      case .finding(let finding): return finding
      case .operand(let operand): return AssignmentCheck.find(operand, in: field, at: value.span)
      case .unread: return nil
      }
    case .variable(let name):
      guard let setting = project.setting(name) else {
        return project.isComplete ? undeclared(name, value, project) : nil
      }
      return wrongType(setting, value, field, context.resolved.names)
    }
  }

  private static func undeclared(
    _ name: String, _ value: Located<Literal>, _ project: Project
  ) -> Finding {
    let nearest = Spelling.nearest(to: name, among: project.settings.map(\.name.value))
    return Finding(
      "write-in-not-set", "the write-in product is told by '$\(name)', which is no setting",
      at: value.span, label: nearest.map { "did you mean '$\($0)'?" } ?? "not declared",
      help: "declare '\(name)' in project.yaml under 'settings'",
      fix: nearest.map { Fix(certain: false, edits: [Fix.Edit(value.span, "$" + $0)]) })
  }

  private static func wrongType(
    _ setting: Setting, _ value: Located<Literal>, _ field: Field, _ names: NameTable
  ) -> Finding? {
    let problem: String?
    switch (setting.type.value, field.type.value) {
    case (.option, .option):
      problem = setting.options.first { field.option($0.value) == nil }.map {
        "'\($0.value)' is not an option of '\(field.name.value)'"
      }
    case (.text, .code), (.text, .text), (.code, .code), (.code, .text):
      problem = nil
    default:
      problem =
        setting.type.value == field.type.value
        ? nil
        : "'\(field.name.value)' is \(FieldTypeName.article(field.type.value))"
    }
    guard let problem else { return otherTable(setting, value, field, names) }
    return Finding(
      "write-in-not-set",
      "the setting '\(setting.name.value)' is \(FieldTypeName.article(setting.type.value)) "
        + "that does not fit '\(field.name.value)'",
      at: value.span, label: problem,
      notes: [
        Finding.Note("the setting is declared here", at: setting.name.span),
        Finding.Note("the field is described here", at: field.span),
      ],
      help: "give the setting the field's type and values")
  }

  /// A setting that says what it names must name what the field refers to.
  private static func otherTable(
    _ setting: Setting, _ value: Located<Literal>, _ field: Field, _ names: NameTable
  ) -> Finding? {
    guard let references = field.references, let first = setting.refersTo.first,
      !names.hasMisspelt(setting)
    else { return nil }
    let targets = Set(references.targets.map(\.table.value))
    let wrong =
      setting.refersToSide == .bc ? setting.refersTo.first { !targets.contains($0.value) } : first
    guard let wrong else { return nil }
    return Finding(
      "lookup-wrong-table",
      "'$\(setting.name.value)' may name a record of '\(wrong.value)', to which "
        + "'\(field.name.value)' never refers",
      at: value.span, notes: [Finding.Note("the setting says so here", at: wrong.span)],
      help: "let the setting refer to tables of '\(field.name.value)'")
  }

  /// A field that refers to a table which another field picks needs both.
  private static func unpicked(_ rule: DocumentRules.WriteIn, _ table: Table) -> Finding? {
    let said = Set(rule.product.map(\.field.value))
    for assignment in rule.product {
      guard let by = table[assignment.field.value]?.references?.pickedBy else { continue }
      guard !said.contains(by.value) else { continue }
      return Finding(
        "write-in-not-set",
        "the write-in product says '\(assignment.field.value)' and not '\(by.value)', "
          + "which picks its table",
        at: assignment.field.span, notes: [Finding.Note("picked here", at: by.span)],
        help: "say '\(by.value)' in 'product' too")
    }
    for assignment in rule.product {
      let name = assignment.field.value
      let picked = table.fields.filter { $0.references?.pickedBy?.value == name }
      guard let first = picked.first, !picked.contains(where: { said.contains($0.name.value) })
      else { continue }
      return Finding(
        "write-in-not-set",
        "the write-in product says '\(name)' and not '\(first.name.value)', which names it",
        at: assignment.field.span,
        notes: [Finding.Note("'\(name)' only picks its table", at: first.span)],
        help: "say '\(first.name.value)' in 'product' too")
    }
    return nil
  }
}
