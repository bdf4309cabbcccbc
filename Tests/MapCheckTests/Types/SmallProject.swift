import MapCompiler
import MapSource

/// A project of a few files, and what the whole compiler finds in it.
struct SmallProject {
  var files: [String: String] = ["mappings/project.yaml": "project: small\n"]

  /// Two tables of the given fields, and one mapping `M` of them.
  init(
    bc: [String], sales: [String], header: String = "direction: both", fields: [String],
    project: String = ""
  ) {
    files["mappings/project.yaml"] = "project: small\n" + project
    files["schemas/bc/Thing.yaml"] = Self.table("Thing", key: "No.", bc)
    files["schemas/sales/thing.yaml"] = Self.table("thing", key: "thingid", sales)
    files["mappings/M.yaml"] =
      "mapping: M\ntables: { bc: Thing, sales: thing }\n\(header)\nfields:\n"
      + fields.map { "  - \($0)\n" }.joined()
  }

  static func table(_ name: String, key: String, _ fields: [String], more: String = "") -> String {
    let keyField =
      fields.contains { $0.hasPrefix("name: \(key),") }
      ? [] : ["name: \(key), type: \(key == "No." ? "code(20)" : "guid")"]
    return "table: \(name)\nkey: [\(key)]\n\(more)fields:\n"
      + (keyField + fields).map { "  - { \($0) }\n" }.joined()
  }

  var findings: [Finding] {
    let sources = files.map { SourceFile(path: $0.key, text: $0.value) }
    return Compiler.check(sources).findings
      // These small projects use few of their tables, and synchronize little.
      .filter { !Self.passedOver.contains($0.name) }
  }

  private static let passedOver: Set<String> = [
    "unused-table", "match-not-unique", "conflict-unused", "unused-feature",
  ]

  /// The text that a finding points at.
  func text(at span: Span) -> String {
    let sorted = files.sorted { $0.key < $1.key }
    let file = SourceFile(path: "", text: sorted[Int(span.file)].value)
    return file.text(Int(span.start), Int(span.end))
  }

  /// `name: message` of everything found.
  var lines: [String] { findings.map { "\($0.name): \($0.message)" } }

  var names: [String] { findings.map(\.name) }

  func first(_ name: String) -> Finding? { findings.first { $0.name == name } }
}
