import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// Reads a file against what the compiled program offers: its choices, settings, tables and
/// mappings. Its methods are grouped by topic in extensions.
open class ProgramReader: TreeReader {
  public let program: any CompiledProgram.Type
  public let tables: TableIndex
  /// Values of settings that were read, which `$name` stands for.
  public internal(set) var settingValues: [String: Value] = [:]
  private var names: [String]?
  let source: SourceFile
  private lazy var lines = LineTable(source)

  public init(
    _ tree: SyntaxTree, of source: SourceFile, _ catalogue: KeyCatalogue,
    program: any CompiledProgram.Type
  ) {
    self.program = program
    self.source = source
    tables = TableIndex(program.tables)
    super.init(tree, catalogue)
  }

  /// The line on which something begins.
  final func line(of span: Span) -> Int { lines.position(of: Int(span.start)).line }

  /// The mappings of every combination of features, in alphabetical order.
  final var mappingNames: [String] {
    if let names { return names }
    var found: Set<String> = []
    for features in Self.combinations(of: program.choices) {
      for mapping in program.mappings(features) { found.insert(mapping.policy.name) }
    }
    let sorted = found.sorted()
    names = sorted
    return sorted
  }

  private static func combinations(of choices: [[String]]) -> [Set<String>] {
    choices.reduce([[]]) { sets, choice in
      choice.isEmpty ? sets : sets.flatMap { set in choice.map { set.union([$0]) } }
    }
  }
}
