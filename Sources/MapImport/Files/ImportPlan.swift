import MapCompiler
import MapLanguage
import MapRuntime
import MapSource
import MapSyntax

/// What an import writes: every table file whole, or nothing where one of them cannot be read.
public struct ImportPlan: Sendable {
  /// What becomes of one file.
  public struct Change: Sendable {
    /// Relative to the project's folder.
    public let path: String
    public let bytes: [UInt8]
    public let isNew: Bool
    public let added: Int
    public let changed: Int
    /// Fields of the file that the system does not have.
    public let kept: [String]
    /// Columns whose type table files do not have.
    public let leftOut: Int
    /// Whether there is anything to write.
    public let isDue: Bool
  }

  /// In the order of paths.
  public let changes: [Change]
  /// Tables that would stand in another one's file.
  public let hidden: [String]
  /// What is wrong with files that are there; nothing is written then.
  public let findings: [Finding]
  public let sources: SourceSet

  /// - Parameters:
  ///   - files: the table files of the side that are there.
  ///   - tables: the tables to import.
  public init(_ system: SystemDescription, tables: [SystemTable], into files: [SourceFile]) {
    var sources = SourceSet()
    let existing = ExistingTables(files, side: system.side, &sources)
    self.sources = sources
    let match = TableMatch(system.origin)
    var findings = existing.findings
    var changes: [Change] = []
    var hidden: [String] = []
    var taken = Set(existing.paths.map { $0.lowercased() })
    for table in tables {
      let described = existing.tables.filter { match.holds($0.table, table) }
      for own in described {
        let source = sources[own.file]
        let merge = TableFileMerge(
          source, own.root, own.table, table, system.origin,
          // Of several files that describe parts of one entity nobody knows which a column is for.
          addsFields: described.count == 1)
        guard let bytes = Self.merged(merge, source, own, system) else {
          findings.append(Self.refusal(own))
          continue
        }
        changes.append(
          Change(
            path: source.path, bytes: bytes, isNew: false, added: merge.added,
            changed: merge.changed, kept: merge.kept, leftOut: table.leftOut,
            isDue: !merge.edits.isEmpty))
      }
      if !described.isEmpty { continue }
      let path = "schemas/\(system.side.name)/\(FileName.of(table.name)).yaml"
      // A package that only adds fields to a table does not know its key; and disks have limits.
      guard !table.key.isEmpty, (1...Self.longestName).contains(table.name.utf8.count),
        taken.insert(path.lowercased()).inserted
      else {
        hidden.append(table.name)
        continue
      }
      let text = TableFileText.text(table, origin: system.origin)
      changes.append(
        Change(
          path: path, bytes: Array(text.utf8), isNew: true, added: table.fields.count, changed: 0,
          kept: [], leftOut: table.leftOut, isDue: true))
    }
    self.changes = changes.sorted { $0.path < $1.path }
    self.hidden = hidden
    self.findings = findings.sorted(by: Finding.inOrder)
  }

  /// In bytes, with which the name of a file is one everywhere.
  private static let longestName = 100

  /// The file with what was merged into it; nil where it does not read as it should afterwards.
  private static func merged(
    _ merge: TableFileMerge, _ source: SourceFile, _ own: ExistingTables.Described,
    _ system: SystemDescription
  ) -> [UInt8]? {
    guard !merge.edits.isEmpty else { return source.bytes }
    var sources = SourceSet()
    for _ in 0...own.file { _ = sources.add(source) }
    let application = FixApplication(
      merge.edits.map { Fix(certain: true, edits: [$0]) }, to: sources)
    let bytes = application.bytes(of: own.file)
    var others = SourceSet()
    let again = ExistingTables(
      [SourceFile(path: source.path, bytes: bytes)], side: system.side, &others)
    guard application.dropped.isEmpty, again.findings.isEmpty,
      let table = again.tables.first?.table,
      table.fields.count == own.table.fields.count + merge.added
    else { return nil }
    return bytes
  }

  private static func refusal(_ own: ExistingTables.Described) -> Finding {
    Finding(
      "system-file", "nothing can be merged into this file as it is written",
      at: own.table.name.span,
      help: "write its fields as '- { name: …, type: … }', one a line, without anchors")
  }
}

/// The table files of a side that are there already.
struct ExistingTables {
  struct Described {
    let file: Int32
    let root: SyntaxNode
    let table: Table
  }

  let tables: [Described]
  let paths: [String]
  let findings: [Finding]

  init(_ files: [SourceFile], side: Side, _ sources: inout SourceSet) {
    var findings: [Finding] = []
    var trees: [Int32: SyntaxTree] = [:]
    var parsed: [ParsedFile] = []
    for file in files {
      guard let place = ProjectLayout.place(of: file.path), place.role == .table(side) else {
        continue
      }
      let number = sources.add(file)
      let output = SyntaxParser.parse(file, file: number)
      findings += output.findings
      trees[number] = output.tree
      parsed.append(ParsedFile(role: place.role, baseName: place.baseName, tree: output.tree))
    }
    let read = ModelReader.read(parsed)
    findings += read.findings
    self.findings = findings
    paths = sources.files.map(\.path)
    tables = read.model.tables.compactMap { table in
      let file = table.name.span.file
      return trees[file]?.root.map { Described(file: file, root: $0, table: table) }
    }
  }
}
