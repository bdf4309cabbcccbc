import MapKeys
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
    guard let root = LoweredFile.root(of: file, needs: ProjectKey.self, lowering) else {
      findings += lowering.findings
      model.unreadable.insert(file.baseName)
      isProjectKnown = false
      model.project.isComplete = false
      return
    }
    model.project = lowering.project(root)
    isProjectKnown = !lowering.hasGaps
    model.project.isComplete = isProjectKnown
    findings += LoweredFile.secrets(in: file) + lowering.findings
  }

  /// Adds a table or mapping.
  mutating func add(_ lowered: LoweredFile, of file: ParsedFile) {
    switch lowered {
    case .project: break
    case .empty(let found):
      findings += found
      model.unreadable.insert(file.baseName)
    case .table(let table, let found):
      findings += found
      add(table, of: file)
    case .mapping(let output, let found):
      findings += found
      add(output, of: file)
    }
  }

  private mutating func add(_ table: Table?, of file: ParsedFile) {
    guard let table else {
      model.unreadable.insert(file.baseName)
      return
    }
    noteUnreadable(file, table.name)
    checkName(table.name, of: file, kind: "table")
    let key = table.name.value.lowercased()
    if let earlier = tables[table.side]?[key] {
      reportDuplicate("table", table.name, first: earlier, in: file)
    } else {
      tables[table.side, default: [:]][key] = table.name.span
      model.tables.append(table)
    }
  }

  private mutating func add(_ output: MappingFileReader.Output, of file: ParsedFile) {
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

  private mutating func noteUnreadable(_ file: ParsedFile, _ name: Located<String>) {
    guard !file.tree.isComplete else { return }
    model.unreadable.formUnion([file.baseName, name.value])
  }

  private mutating func checkName(_ name: Located<String>, of file: ParsedFile, kind: String) {
    let expected = FileName.of(name.value)
    guard file.tree.isComplete, expected != file.baseName else { return }
    model.misnamed[file.tree.file] = file.baseName
    findings.append(
      Finding(
        "name-mismatch", "the \(kind) '\(name.value)' is in a file '\(file.baseName).yaml'",
        at: name.span, help: "name the file '\(expected).yaml', or change the name here"))
  }

  private mutating func reportDuplicate(
    _ kind: String, _ name: Located<String>, first: Span, in file: ParsedFile
  ) {
    guard file.tree.isComplete else { return }
    // A copy has the name of what it was copied from: that is told where the file is named otherwise.
    let isFirstCopied =
      model.misnamed[first.file] != nil && model.misnamed[file.tree.file] == nil
    let copies = [first.file, file.tree.file]
    findings.removeAll { $0.name == "name-mismatch" && copies.contains($0.span.file) }
    findings.append(
      Finding(
        "duplicate-\(kind)", "the \(kind) '\(name.value)' is described twice",
        at: isFirstCopied ? first : name.span, label: "again here",
        notes: [
          Finding.Note(
            isFirstCopied ? "and here" : "first here", at: isFirstCopied ? name.span : first)
        ],
        help: "names are compared without case; take one of the files out"))
  }
}
