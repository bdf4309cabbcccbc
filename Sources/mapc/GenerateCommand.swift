import ArgumentParser
import MapCompiler
import MapEmit
import MapSource

/// `mapc generate`: writes the mappings as Swift.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes the mappings as Swift.",
    discussion: """
      The output folder belongs to mapc: it removes what it wrote there and is no longer due, and \
      writes only what changed. Where a finding is an error, nothing is written.

      Example: mapc generate --output Sources/Mappings/Generated
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp("The folder for the Swift files.", valueName: "dir"),
    completion: .directory)
  var output: String

  @Flag(help: "Write nothing; fail where the folder is not what would be written.")
  var check = false

  @Flag(help: .hidden)
  var absolutePaths = false

  func run() throws {
    guard !output.isEmpty else { throw CommandFailure(sentence: "--output names no folder") }
    let root = try global.resolvedRoot()
    let compilation = Compiler.check(try ProjectReader.read(root))
    let report = FindingReport(compilation.findings, in: compilation.sources)
    guard report.errors == 0, let program = compilation.program else {
      let isAbsolute = absolutePaths
      Terminal.error(
        LineRenderer(path: { path in
          isAbsolute ? root + "/" + path : DisplayPath.relative(path, root: root)
        }).render(report))
      throw ExitCode(1)
    }
    let files = Compilation.files(of: program)
    let folder = OutputFolder(output)
    if check {
      let differences = try folder.differences(from: files)
      guard differences.isEmpty else {
        for file in differences { Terminal.error("\(output)/\(file.name) is \(file.what)\n") }
        Terminal.error("run 'mapc generate --output \(output)'\n")
        throw ExitCode(1)
      }
      if !absolutePaths { Terminal.output("\(output): all \(files.count) files are up to date\n") }
    } else {
      let (written, removed) = try folder.write(files)
      // A build shows what its tools say, each time.
      if !absolutePaths { Terminal.output(said(written, removed, of: files.count)) }
    }
    Mapc.end(.success, keeping: compilation, program)
  }

  /// What was done, in a line.
  private func said(_ written: Int, _ removed: Int, of count: Int) -> String {
    let what =
      written == 0 ? "all \(count) files were up to date" : "\(written) of \(count) files written"
    return "\(output): \(what)\(removed == 0 ? "" : ", \(removed) removed")\n"
  }
}
