import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// Tables, fields and their values.
extension ProgramReader {
  /// A table of a side by its name.
  public func table(_ name: Located<String>, _ side: Side) -> TableDescription? {
    if let table = tables[side, name.value] { return table }
    let names = tables.names(side)
    let other = tables[side.other, name.value] == nil ? nil : side.other.name
    return meant(
      name, among: names, "unknown-table", "'\(name.value)' is not a table of '\(side.name)'",
      otherwise: other.map { "it is a table of '\($0)'" } ?? "the schemas describe the tables"
    ).flatMap { tables[side, $0] }
  }

  /// A field of a table by its name.
  public func field(_ name: Located<String>, of table: TableDescription) -> FieldDescription? {
    if let field = table.describedField(name.value) { return field }
    return meant(
      name, among: table.describedNames, "unknown-field",
      "'\(name.value)' is not a field of '\(table.name)'"
    ).flatMap { table.describedField($0) }
  }

  /// A value of a field; an empty node and `null` are empty, a plain `$name` is a setting's value.
  public func value(_ node: SyntaxNode, of field: FieldDescription) -> Located<Value>? {
    if node.isNull { return Located(.empty, at: node.span) }
    guard let text = text(node, field.name) else { return nil }
    if node.style == .plain, text.value.utf8.first == UInt8(ascii: "$"), text.value.count > 1 {
      return variable(text, for: field)
    }
    return value(text, of: field)
  }

  /// A plain text as a value of a field.
  public func value(_ text: Located<String>, of field: FieldDescription) -> Located<Value>? {
    if case .option = field.type { return option(text, of: field) }
    if let value = Value(parsing: text.value, as: field.type) {
      return Located(value, at: text.span)
    }
    report(
      "invalid-value",
      "'\(text.value)' is not \(FieldTypeName.article(field.type)), which '\(field.name)' takes",
      at: text.span, help: FieldTypeName.example(field.type))
    return nil
  }

  private func option(_ text: Located<String>, of field: FieldDescription) -> Located<Value>? {
    if let option = field.option(text.value) { return Located(.option(option), at: text.span) }
    // The value of an open option may be added at run time, under a number of its own.
    if field.isOpen, let number = Int32(text.value) {
      return Located(.option(OptionValue(number)), at: text.span)
    }
    let several = field.options(named: text.value)
    if several.count > 1 {
      report(
        "unknown-option",
        "'\(text.value)' is a status of \(several.count) states, and does not say of which",
        at: text.span, help: "name the state too: \(Self.listed(several.map(\.title), "or"))")
      return nil
    }
    let names = field.options.map(\.title)
    return meant(
      text, among: names, "unknown-option",
      "'\(text.value)' is not an option of '\(field.name)'",
      always: names.isEmpty
        ? nil
        : "it has \(Self.listed(Array(names.prefix(12)), "and"))"
          + (names.count > 12 ? " and more" : "")
    ).flatMap { field.option($0) }.map { Located(.option($0), at: text.span) }
  }

  private func variable(
    _ text: Located<String>, for field: FieldDescription
  ) -> Located<Value>? {
    let name = Located(String(text.value.dropFirst()), at: text.span)
    if ["today", "user", "local-currency", "label", "partner"].contains(name.value) {
      invalid(
        "'\(text.value)' is known only while a mapping runs", at: text.span,
        help: "write a value; mappings may use '\(text.value)' in their own files")
      return nil
    }
    guard let setting = program.settings.first(where: { $0.name == name.value }) else {
      report(
        "unknown-setting", "the program has no setting '\(name.value)'", at: text.span,
        help: Nearest(to: name.value, in: program.settings.map(\.name)).map {
          "did you mean '$\($0.word)'?"
        } ?? "put the text into quotes if it begins with '$'")
      return nil
    }
    guard let value = settingValues[setting.name] else {
      report(
        "invalid-value", "the setting '\(setting.name)' has no value", at: text.span,
        help: "give it one under 'settings'")
      return nil
    }
    guard Self.kind(setting.type) == Self.kind(field.type) else {
      report(
        "type-mismatch",
        "the setting '\(setting.name)' is \(FieldTypeName.article(setting.type)), and "
          + "'\(field.name)' takes \(FieldTypeName.article(field.type))", at: text.span)
      return nil
    }
    return Located(value, at: text.span)
  }

  /// Types of one number hold the same kind of value.
  private static func kind(_ type: FieldType) -> Int {
    switch type {
    case .text, .code, .memo: 0
    case .integer, .bigInteger: 1
    case .decimal, .money: 2
    case .boolean: 3
    case .date, .dateTime: 4
    case .guid: 5
    case .option: 6
    case .lookup: 7
    }
  }
}
