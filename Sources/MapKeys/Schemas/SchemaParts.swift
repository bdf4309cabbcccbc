/// The small definitions that every schema shares.
enum SchemaParts {
  static func reference(_ name: String) -> JSONText {
    .object([("$ref", .string("#/$defs/\(name)"))])
  }

  /// To `mapc` every plain value is text; other readers of YAML see numbers, dates and booleans.
  static let text = JSONText.object([
    ("type", .strings(["string", "number", "boolean", "null"]))
  ])

  static let value = JSONText.object([
    ("description", .string("A value; `$name` stands for a setting or a run-time value.")),
    ("type", .strings(["string", "number", "boolean", "null"])),
  ])

  static let duration = JSONText.object([
    ("type", .string("string")), ("pattern", .string("^[1-9][0-9]*[smhd]$")),
  ])
}
