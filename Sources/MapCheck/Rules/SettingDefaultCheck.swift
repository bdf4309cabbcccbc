import MapLanguage
import MapRuntime
import MapSource

/// What stands for a setting that nobody sets must be a value of its type: `invalid-value` or
/// `unknown-option`, `text-truncation` of one that is too long, and `number-overflow` of one that is too
/// large.
enum SettingDefaultCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    let project = resolved.model.project
    var reader = OperandReader(project: project)
    reader.described = "the setting is declared here"
    return project.settings.compactMap { [reader] setting in
      guard let literal = setting.default else { return nil }
      switch reader.read(literal, for: setting.asField, on: .bc) {
      case .finding(let finding): return finding
      case .operand(.value(.text(let text))):
        return AssignmentCheck.tooLong(
          text, for: setting.asField, at: literal.span,
          notes: [Finding.Note("its type stands here", at: setting.type.span)],
          help: "write a shorter value, or say a longer type")
      case .operand(.value(let value)):
        return NumberOverflowCheck.find(
          value, in: setting.asField, at: literal.span,
          notes: [Finding.Note("its type stands here", at: setting.type.span)])
      case .unread: return nil
      case .operand(.variable(let variable)):
        return Finding(
          "invalid-value", "'\(variable.written)' is known only in a run", at: literal.span,
          help: "write the value itself")
      }
    }
  }
}
