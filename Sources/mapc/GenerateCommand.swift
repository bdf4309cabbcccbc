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
      let stale = try folder.differences(from: files)
      guard stale.isEmpty else {
        for name in stale { Terminal.error("\(output)/\(name) is stale\n") }
        Terminal.error("run 'mapc generate --output \(output)'\n")
        throw ExitCode(1)
      }
    } else {
      try folder.write(files)
    }
    Mapc.end(.success, keeping: compilation, program)
  }
}
