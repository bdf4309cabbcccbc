import MapLanguage
import MapRuntime
import MapSource

/// What stands for a setting that nobody sets must be a value of its type: `invalid-value` or
/// `unknown-option`, and `text-truncation` of one that is too long.
enum SettingDefaultCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    let project = resolved.model.project
    let reader = OperandReader(project: project)
    return project.settings.compactMap { setting in
      guard let literal = setting.default else { return nil }
      switch reader.read(literal, for: setting.asField, on: .bc) {
      case .finding(let finding): return finding
      case .operand(.value(.text(let text))): return tooLong(text, setting, at: literal.span)
      case .operand(.value): return nil
      case .operand(.variable(let variable)):
        return Finding(
          "invalid-value", "'\(variable.written)' is known only in a run", at: literal.span,
          help: "write the value itself")
      }
    }
  }

  private static func tooLong(_ text: String, _ setting: Setting, at span: Span) -> Finding? {
    guard let limit = FlowTyping.limit(of: setting.type.value), let limit,
      !TextLength.fits(text, in: limit)
    else { return nil }
    return Finding(
      "text-truncation",
      "'\(text)' has \(TextLength.of(text)) characters, '\(setting.name.value)' holds \(limit)",
      at: span, notes: [Finding.Note("its type stands here", at: setting.type.span)],
      help: "write a shorter value, or say a longer type")
  }
}
