import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// Features and settings.
extension ProgramReader {
  /// The features that are on: those named, and the first of each choice that is not named.
  public func features(_ node: SyntaxNode?) -> Set<String> {
    let declared = program.choices.flatMap { $0 }
    var chosen: [Int: Located<String>] = [:]
    let named = node.map { oneOrList($0) { name($0, "features") } } ?? []
    for name in named {
      guard let name = feature(name, among: declared),
        let choice = program.choices.firstIndex(where: { $0.contains(name.value) })
      else { continue }
      guard let earlier = chosen[choice] else {
        chosen[choice] = name
        continue
      }
      let isSame = earlier.value == name.value
      report(
        "invalid-value",
        isSame
          ? "the feature '\(name.value)' stands twice"
          : "'\(name.value)' and '\(earlier.value)' are values of one choice",
        at: name.span, notes: [Finding.Note("first here", at: earlier.span)],
        help: isSame
          ? nil : "write one of \(Self.listed(program.choices[choice], "or"))")
    }
    return Set(
      program.choices.enumerated().compactMap { place, values in
        chosen[place]?.value ?? values.first
      })
  }

  private func feature(_ name: Located<String>, among names: [String]) -> Located<String>? {
    if names.contains(name.value) { return name }
    return meant(
      name, among: names, "unknown-feature", "the program has no feature '\(name.value)'",
      otherwise: names.isEmpty ? nil : "it has \(Self.listed(names, "and"))"
    ).map { Located($0, at: name.span) }
  }

  /// The values of all settings: those given, and the defaults of the others.
  public func settings(_ node: SyntaxNode?) -> [String: Value] {
    var values: [String: Value] = [:]
    for setting in program.settings { values[setting.name] = setting.default }
    let names = program.settings.map(\.name)
    let given: [(key: Located<String>, value: SyntaxNode)] =
      node.map { entries($0, "settings") } ?? []
    for (key, node) in given {
      var name: String? = key.value
      if !names.contains(key.value) {
        name = meant(
          key, among: names, "unknown-setting", "the program has no setting '\(key.value)'",
          otherwise: names.isEmpty ? nil : "it has \(Self.listed(names, "and"))")
      }
      guard let setting = program.settings.first(where: { $0.name == name }) else { continue }
      let field = FieldDescription(setting.name, setting.type, options: setting.options)
      guard let value = value(node, of: field), holds(value, field) else { continue }
      values[setting.name] = value.value
    }
    settingValues = values
    return values
  }

  /// Whether a setting's type holds its value; one that is too large or too long is a finding.
  private func holds(_ value: Located<Value>, _ field: FieldDescription) -> Bool {
    switch (value.value, field.type) {
    case (.integer(let number), .integer) where Int32(exactly: number) == nil:
      report(
        "number-overflow",
        "'\(number)' is out of what '\(field.name)' holds: \(Int32.min) to \(Int32.max)",
        at: value.span, help: "write a number that it holds")
    case (.text(let text), .text(let limit?)), (.text(let text), .code(let limit)):
      if TextLength.fits(text, in: limit) { return true }
      report(
        "text-truncation",
        "'\(text)' has \(TextLength.of(text)) characters, '\(field.name)' holds \(limit)",
        at: value.span, help: "write a shorter value")
    default: return true
    }
    return false
  }
}
