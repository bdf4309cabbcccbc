import ArgumentParser
import MapRuntime
import MapSetup
import MapSource
import MapStoreSQLite
import MapSync

/// `mapsync init`: a setup to begin with, and the embedded pair.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes mapsync.yaml and makes two empty embedded systems.",
    discussion: """
      Never overwrites a file; where mapsync.yaml is there, makes what it names and is missing. The \
      systems begin with a company, its currency, a default team and the integration's user.

      Example: mapsync init --company CRONUS --currency USD
      """)

  @Option(help: "The Business Central company.")
  var company = "CRONUS"

  @Option(help: "The code of its local currency.")
  var currency = "USD"

  func run() async throws {
    let program = RunningProgram.current
    let folder = FileSystem.currentFolder
    let path = folder + "/" + SetupFile.name
    if !FileSystem.exists(path) {
      let template = SetupTemplate(program: program, company: company, currency: currency)
      try FileSystem.create(path, template.text)
      Terminal.output("\(SetupFile.name) written\n")
    }
    let setup = try SetupFile(path).checked()
    for file in Self.files(of: setup) {
      try FileSystem.makeFolder(FileSystem.folder(of: FileSystem.path(file, in: folder)))
    }
    let pair = try EmbeddedPair.open(setup, folder: folder, program: program, creates: true)
    try pair.begin(company: setup.company, currency: setup.localCurrency ?? currency)
    _ = try await Workspace.open(setup, folder: folder, writes: false)
    for file in Self.files(of: setup) { Terminal.output("\(file) ready\n") }
    Terminal.output("Next: 'mapsync setup check', 'mapsync demo-data', 'mapsync full --review'\n")
  }

  private static func files(of setup: Setup) -> [String] {
    [setup.bc, setup.sales].compactMap { connection in
      if case .embedded(let path) = connection { path } else { nil }
    } + [setup.state]
  }
}
