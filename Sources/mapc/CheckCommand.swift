import ArgumentParser
import MapCheck
import MapCompiler
import MapSource

/// `mapc check`: reads the whole project and reports what is wrong.
struct CheckCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github
    /// One line a finding, as compilers write them; the build plugin uses it.
    case lines
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads the whole project and reports what is wrong in it.",
    discussion: """
      With files, only what is in them or caused by them is reported.

      Example: mapc check mappings/CUSTOMER.yaml --deny-warnings
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: "Report only what is in these files, or caused by them.",
    completion: .file(extensions: ["yaml"]))
  var files: [String] = []

  @Option(help: "How findings are written.")
  var format: Format = .text

  @Flag(help: "Warnings make the exit status 1 too.")
  var denyWarnings = false

  @Flag(help: "Apply the fixes that are certain, then check again.")
  var fix = false

  @Flag(help: "Check again whenever a file changes, until interrupted.")
  var watch = false

  func run() throws {
    let root = try global.resolvedRoot()
    if watch { try Watch.run(root) { _ = try check(root) } }
    let (compilation, report) = try check(root)
    let isRefused = report.errors > 0 || denyWarnings && report.warnings > 0
    Mapc.end(isRefused ? ExitCode(1) : .success, keeping: compilation)
  }

  /// One check, with its report on standard output.
  private func check(_ root: String) throws -> (Compilation, FindingReport) {
    var compilation = Compiler.check(try ProjectReader.read(root))
    if fix {
      while try FixWriter.write(
        compilation, root: root, named: try sources(compilation, root)) > 0
      {
        compilation = Compiler.check(try ProjectReader.read(root))
      }
    }
    let findings = try named(compilation, root)
    let report = FindingReport(findings, in: compilation.sources)
    Terminal.output(renderer(root).render(report))
    return (compilation, report)
  }

  private func named(_ compilation: Compilation, _ root: String) throws -> [Finding] {
    let named = try sources(compilation, root)
    // Everything may be caused by the project's own file.
    guard !files.isEmpty, !named.contains("mappings/project.yaml") else {
      return compilation.findings
    }
    let found = compilation.findings.filter { finding in
      finding.places.contains { named.contains(compilation.sources[$0.file].path) }
    }
    let elsewhere = compilation.findings.count - found.count
    if elsewhere > 0, format == .text {
      Terminal.error(
        "mapc: \(elsewhere) more in files that were not named; 'mapc check' shows all\n")
    }
    return found
  }

  /// The project's files that the arguments name, alone or by their folder; all where there is none.
  private func sources(_ compilation: Compilation, _ root: String) throws -> Set<String> {
    let all = compilation.sources.files.map(\.path)
    if files.isEmpty { return Set(all) }
    return try files.reduce(into: []) { found, file in
      guard FileSystem.exists(file) else {
        throw CommandFailure(sentence: "there is no file \(file)")
      }
      let path = DisplayPath.inProject(file, root: root)
      let named = all.filter { path == "" || $0 == path || $0.hasPrefix((path ?? "/") + "/") }
      guard !named.isEmpty else {
        throw CommandFailure(
          sentence: "\(file) is no file of the project in \(root), which has mappings/*.yaml, "
            + "schemas/bc/*.yaml and schemas/sales/*.yaml")
      }
      found.formUnion(named)
    }
  }

  /// What each kind of finding is, in a sentence.
  private static var rules: [String: String] {
    Dictionary(
      FindingCatalogue.all.map { ($0.name, $0.summary) }, uniquingKeysWith: { first, _ in first })
  }

  private func renderer(_ root: String) -> any FindingRenderer {
    let path: @Sendable (String) -> String = { DisplayPath.relative($0, root: root) }
    return switch format {
    case .text: TextRenderer(color: global.colorsOutput, width: Terminal.width, path: path)
    case .json: JSONRenderer()
    case .sarif: SARIFRenderer(rules: Self.rules)
    case .github: GitHubRenderer(path: path)
    case .lines: LineRenderer(path: path)
    }
  }
}

extension Finding {
  /// Every place that it names.
  fileprivate var places: [Span] { [span] + notes.compactMap(\.span) }
}
