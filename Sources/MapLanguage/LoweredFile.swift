import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// What one file of a mapping or table says, with nothing known of the others but the features.
enum LoweredFile: Sendable {
  /// A file that is added otherwise.
  case project
  case table(Table?, [Finding])
  case mapping(MappingFileReader.Output, [Finding])
  /// A file that says nothing.
  case empty([Finding])

  init(_ file: ParsedFile, features: Features?) {
    switch file.role {
    case .project: self = .project
    case .table(let side):
      let lowering = Lowering(file.tree)
      if let finding = Self.misplaced(file, has: "mapping", hasNot: "table") {
        self = .empty([finding])
        return
      }
      guard let root = Self.root(of: file, needs: TableKey.self, lowering) else {
        self = .empty(lowering.findings)
        return
      }
      let table = lowering.table(root, side: side)
      self = .table(table, Self.secrets(in: file) + lowering.findings)
    case .mapping:
      let lowering = Lowering(file.tree)
      if let finding = Self.misplaced(file, has: "table", hasNot: "mapping") {
        self = .empty([finding])
        return
      }
      guard let root = Self.root(of: file, needs: MappingKey.self, lowering) else {
        self = .empty(lowering.findings)
        return
      }
      let output = MappingFileReader(tree: file.tree, features: features).read(root)
      self = .mapping(output, Self.secrets(in: file) + output.findings)
    }
  }

  /// A file of the other kind, which stands in the wrong folder: that is the one mistake in it.
  private static func misplaced(
    _ file: ParsedFile, has key: StaticString, hasNot other: StaticString
  ) -> Finding? {
    guard let root = file.tree.root, root.hasKey(key), !root.hasKey(other),
      let entry = root.entries.first(where: { $0.key.matches(key) })
    else { return nil }
    let isTable = entry.key.matches("table")
    return Finding(
      "unknown-key", "this describes a \(key), among the \(isTable ? "mappings" : "tables")",
      at: entry.key.span,
      help: isTable
        ? "a table's file: move it to schemas/bc or schemas/sales"
        : "a mapping's file: move it to mappings")
  }

  /// The outermost node of a file; an empty file is a finding.
  static func root<Key: KeySet>(
    of file: ParsedFile, needs keys: Key.Type, _ lowering: Lowering
  ) -> SyntaxNode? {
    if let root = file.tree.root, !root.isNothing { return root }
    lowering.report(
      "missing-key",
      "the file is empty: \(Key.title) needs \(Lowering.listed(Key.required, "and"))",
      at: Span(startOf: file.tree.file))
    return nil
  }

  static func secrets(in file: ParsedFile) -> [Finding] {
    file.tree.isComplete ? SecretFinder.findings(in: file.tree) : []
  }
}
