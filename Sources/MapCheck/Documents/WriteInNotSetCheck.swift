import MapLanguage
import MapRuntime
import MapSource

/// `write-in-not-set`: lines without a product are taken into BC, and what stands for them is not
/// said, or cannot be told by its settings (R E-22).
enum WriteInNotSetCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    guard let rule = mapping.document.writeIn, mapping.direction.includes(.toBC) else { return [] }
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
    switch value.value {
    case .null:
      return Finding(
        "write-in-not-set", "'\(assignment.field.value)' of the write-in product is nothing",
        at: assignment.field.span, help: "give it a setting or a value")
    case .text:
      let reader = OperandReader(project: project)
      guard case .finding(let finding) = reader.read(value, for: field, on: .bc) else { return nil }
      return finding
    case .variable(let name):
      guard let setting = project.setting(name) else {
        return project.isComplete ? undeclared(name, value, project) : nil
      }
      return wrongType(setting, value, field)
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
    _ setting: Setting, _ value: Located<Literal>, _ field: Field
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
    guard let problem else { return nil }
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
