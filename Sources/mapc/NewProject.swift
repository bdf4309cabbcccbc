import MapLanguage

/// The files that `mapc new` writes.
struct NewProject {
  static let folders = ["mappings", "schemas/bc", "schemas/sales"]
  static let projectPath = "mappings/project.yaml"

  let name: String

  init(mapping name: String) { self.name = name }

  /// `project` is the project's own file.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name != "project" && name.count <= 100
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  var mappingPath: String { "mappings/\(FileName.of(name)).yaml" }

  var mapping: String {
    """
    # yaml-language-server: $schema=../schemas/mapping.schema.json
    mapping: \(Self.quoted(name))
    description: Which records this is about, in a sentence.
    tables: { bc: Customer, sales: account }    # described in schemas/bc and schemas/sales
    direction: to-sales                         # both | to-sales | to-bc
    create: { to-sales: false }                 # whether it may make new records
    fields:                                     # applied in this order
      - { bc: Name, sales: name, empty: refuse }

    """
  }

  static func project(named root: String) -> String {
    let folder = root.split(separator: "/").last.map(String.init) ?? "project"
    return """
      # yaml-language-server: $schema=../schemas/project.schema.json
      project: \(quoted(folder))
      defaults: { schedule: { every: 30m, sleep: 12h } }

      """
  }

  /// As it is where YAML takes it so, else in single quotes.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
    return isPlain
      ? text
      : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'"
  }
}
