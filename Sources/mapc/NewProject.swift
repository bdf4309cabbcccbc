import MapLanguage

/// The files that `mapc new` writes.
struct NewProject {
  static let folders = ["mappings", "schemas/bc", "schemas/sales"]
  static let projectPath = "mappings/project.yaml"

  let name: String

  init(mapping name: String) { self.name = name }

  /// Why no file can be named so; nil for a good name.
  static func problem(ofName name: String) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.lowercased() == "project" { return "mappings/project.yaml is the project's own file" }
    if name.utf8.count > 100 { return "it has \(name.utf8.count) bytes, and 100 is the most" }
    let isPrintable = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    return isPrintable ? nil : "it has control characters"
  }

  /// What editors check files by; the first line of each file names one of them.
  static var schemas: [(path: String, text: String)] {
    JSONSchemas.Kind.allCases.map {
      ("schemas/\($0.rawValue).schema.json", JSONSchemas.text(for: $0))
    }
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
