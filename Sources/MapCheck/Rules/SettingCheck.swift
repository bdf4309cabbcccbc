import MapLanguage
import MapRuntime
import MapSource

/// `invalid-value` of a setting that nobody can name, or whose type and the rest disagree.
enum SettingCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    resolved.model.project.settings.flatMap { setting in
      finding(setting).map { [$0] } ?? misspelt(setting, resolved.names)
    }
  }

  /// Tables that a setting refers to and that nothing describes, where one that is described was meant.
  private static func misspelt(_ setting: Setting, _ names: NameTable) -> [Finding] {
    setting.refersTo.compactMap { names.misspelt($0, on: setting.refersToSide) }
  }

  private static func finding(_ setting: Setting) -> Finding? {
    let name = setting.name.value
    let type = setting.type.value
    if OperandReader.runValues.contains(name) {
      return Finding(
        "invalid-value", "'$\(name)' is known in every run, so no mapping can name this setting",
        at: setting.name.span, help: "choose another name")
    }
    if type == .lookup {
      return Finding(
        "invalid-value", "a setting is no lookup", at: setting.type.span,
        help: "say the type of the key, with 'refers-to: { bc: TABLE }'")
    }
    if type != .option, let first = setting.options.first {
      return Finding(
        "invalid-value", "'values' names options, and '\(name)' is \(FieldTypeName.article(type))",
        at: first.span, help: "say 'type: option', or take 'values' out")
    }
    guard let table = setting.refersTo.first else { return nil }
    switch type {
    case .code, .text, .guid, .integer, .bigInteger: return nil
    default:
      return Finding(
        "invalid-value",
        "'\(name)' is \(FieldTypeName.article(type)), which names no record", at: table.span,
        help: "take 'refers-to' out, or say the type of the table's key")
    }
  }
}
