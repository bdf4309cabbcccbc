import MapLanguage
import MapSource

/// What is said of a name that the project or a mapping does not declare.
enum UnknownName {
  /// `unknown-setting`; nil where the project could not be read, which may declare it.
  static func setting(
    _ name: String, in project: Project, at span: Span, sign: String = "", besides: [String] = []
  ) -> Finding? {
    guard project.isComplete else { return nil }
    let nearest = Spelling.nearest(
      to: name, among: project.settings.map(\.name.value) + besides)
    return Finding(
      "unknown-setting", "'\(sign)\(name)' is not a setting of the project", at: span,
      label: nearest.map { "did you mean '\(sign)\($0)'?" } ?? "",
      help: "declare it in project.yaml under 'settings'")
  }

  /// `unknown-table` of a related record.
  static func related(_ name: Located<String>, in mapping: Mapping) -> Finding {
    let nearest = Spelling.nearest(to: name.value, among: mapping.related.map(\.name.value))
    return Finding(
      "unknown-table", "'\(name.value)' is no related record of this mapping", at: name.span,
      label: nearest.map { "did you mean '\($0)'?" } ?? "",
      help: "name it under 'related', with its table and how it is found")
  }
}
