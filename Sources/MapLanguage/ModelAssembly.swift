import MapRuntime
import MapSource
import MapSyntax

/// A model while its files are added, one by one.
struct ModelAssembly {
  private(set) var model = Model(
    project: Project(name: Located("", at: Span(startOf: 0))))
  private(set) var findings: [Finding] = []
  private var isProjectKnown = true
  /// Where each name was first stated, names without case.
  private var tables: [Side: [String: Span]] = [:]
  private var mappings: [String: Span] = [:]

  /// What the project declares; nil where a part of it was left out.
  var features: Features? { isProjectKnown ? Features(model.project) : nil }

  mutating func addProject(_ file: ParsedFile) {
    let lowering = Lowering(file.tree)
    guard let root = root(of: file, needs: ProjectKey.self, lowering) else {
      isProjectKnown = false
      return
    }
    model.project = lowering.project(root)
    isProjectKnown = !lowering.hasGaps
    findSecrets(file)
    findings += lowering.findings
  }

  mutating func addTable(_ file: ParsedFile, side: Side) {
    let lowering = Lowering(file.tree)
    guard let root = root(of: file, needs: TableKey.self, lowering) else { return }
    let table = lowering.table(root, side: side)
    findSecrets(file)
    findings += lowering.findings
    guard let table else {
      model.unreadable.insert(file.baseName)
      return
    }
    noteUnreadable(file, table.name)
    checkName(table.name, of: file, kind: "table")
    let key = table.name.value.lowercased()
    if let earlier = tables[side]?[key] {
      reportDuplicate("table", table.name, first: earlier, in: file)
    } else {
      tables[side, default: [:]][key] = table.name.span
      model.tables.append(table)
    }
  }

  mutating func addMapping(_ file: ParsedFile, features: Features?) {
    guard let root = root(of: file, needs: MappingKey.self, Lowering(file.tree)) else { return }
    let output = MappingFileReader(tree: file.tree, features: features).read(root)
    findSecrets(file)
    findings += output.findings
    if let name = output.statedName { checkName(name, of: file, kind: "mapping") }
    guard let mapping = output.mapping else {
      model.unreadable.insert(file.baseName)
      if let name = output.statedName { model.unreadable.insert(name.value) }
      return
    }
    noteUnreadable(file, mapping.name)
    let key = mapping.name.value.lowercased()
    if let earlier = mappings[key] {
      reportDuplicate("mapping", mapping.name, first: earlier, in: file)
    } else {
      mappings[key] = mapping.name.span
      model.mappings.append(mapping)
    }
  }

  /// The outermost node of a file; an empty file is a finding.
  private mutating func root<Key: KeySet>(
    of file: ParsedFile, needs keys: Key.Type, _ lowering: Lowering
  ) -> SyntaxNode? {
    if let root = file.tree.root, !root.isNothing { return root }
    lowering.report(
      "missing-key",
      "the file is empty: \(Key.title) needs \(Lowering.listed(Key.required, "and"))",
      at: Span(startOf: file.tree.file))
    findings += lowering.findings
    model.unreadable.insert(file.baseName)
    return nil
  }

  private mutating func noteUnreadable(_ file: ParsedFile, _ name: Located<String>) {
    guard !file.tree.isComplete else { return }
    model.unreadable.formUnion([file.baseName, name.value])
  }

  private mutating func checkName(_ name: Located<String>, of file: ParsedFile, kind: String) {
    let expected = FileName.of(name.value)
    guard file.tree.isComplete, expected != file.baseName else { return }
    findings.append(
      Finding(
        "name-mismatch", "the \(kind) '\(name.value)' is in a file '\(file.baseName).yaml'",
        at: name.span, help: "name the file '\(expected).yaml', or change the name here"))
  }

  private mutating func reportDuplicate(
    _ kind: String, _ name: Located<String>, first: Span, in file: ParsedFile
  ) {
    guard file.tree.isComplete else { return }
    findings.append(
      Finding(
        "duplicate-\(kind)", "the \(kind) '\(name.value)' is described twice", at: name.span,
        label: "again here", notes: [Finding.Note("first here", at: first)],
        help: "names are compared without case; take one of the files out"))
  }

  private mutating func findSecrets(_ file: ParsedFile) {
    guard file.tree.isComplete else { return }
    findings += SecretFinder.findings(in: file.tree)
  }
}
