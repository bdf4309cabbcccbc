import ArgumentParser
import MapLanguage

/// `mapc new`: begins a mapping, and a project where there is none.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins a mapping, and a project where there is none.",
    discussion: """
      It never overwrites a file.

      Example: mapc new CUSTOMER --bc Customer --sales account
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The mapping's name.")
  var name: String

  @Option(help: "Its Business Central table.")
  var bc = "Customer"

  @Option(help: "Its Sales table.")
  var sales = "account"

  func run() throws {
    let root =
      (try? global.resolvedRoot()) ?? global.root ?? FileSystem.currentFolder
    let mapping = root + "/mappings/\(FileName.of(name)).yaml"
    guard !FileSystem.exists(mapping) else {
      throw CommandFailure(sentence: "there is already a file \(mapping)")
    }
    for folder in ["mappings", "schemas/bc", "schemas/sales"] {
      try FileSystem.makeFolder(root + "/" + folder)
    }
    try write("project: \(Self.scalar(name.lowercased()))\n", to: root + "/mappings/project.yaml")
    try write(
      """
      table: \(Self.scalar(bc))
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }

      """, to: root + "/schemas/bc/\(FileName.of(bc)).yaml")
    try write(
      """
      table: \(Self.scalar(sales))
      key: [\(Self.scalar(sales))id]
      fields:
        - { name: \(Self.scalar(sales))id, type: guid, access: create, default: system }
        - { name: name, type: text(160), required: true }

      """, to: root + "/schemas/sales/\(FileName.of(sales)).yaml")
    try write(
      """
      # yaml-language-server: $schema=../schemas/mapping.schema.json
      mapping: \(Self.scalar(name))
      description: What this mapping is for.
      tables: { bc: \(Self.scalar(bc)), sales: \(Self.scalar(sales)) }
      direction: to-sales
      create: { to-sales: true }
      fields:
        - { bc: Name, sales: name, empty: refuse }
      tests:
        - name: the name goes along
          bc:    { No.: '10000', Name: Adatum }
          sales: { name: Adatum }

      """, to: mapping)
  }

  /// Writes a file unless it is there.
  private func write(_ text: String, to path: String) throws {
    guard !FileSystem.exists(path) else { return }
    try FileSystem.write(Array(text.utf8), to: path)
    Terminal.output("wrote \(path)\n")
  }

  /// A name as it may stand in YAML.
  private static func scalar(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || " ._-/()".contains($0) }
    let parts = name.split(separator: "'", omittingEmptySubsequences: false)
    return isPlain && name.first?.isLetter == true
      ? name : "'" + parts.joined(separator: "''") + "'"
  }
}
