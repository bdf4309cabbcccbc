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
      Never overwrites a file; where mapsync.yaml is there, makes what it names and is missing. Each \
      file appears whole, so that one that was stopped is given again. The systems begin with a company, its currency, a default team and the integration's user.

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
    guard !company.isEmpty else { throw CommandFailure("--company names no company") }
    guard !currency.isEmpty else { throw CommandFailure("--currency names no currency") }
    try BeginningTables.check(program.tables)
    let isNew = !FileSystem.exists(path)
    if isNew {
      let template = SetupTemplate(program: program, company: company, currency: currency)
      try FileSystem.create(path, template.text)
    }
    let setup: Setup
    var made: [String] = []
    do {
      setup = try SetupFile(path).checked()
      for file in Self.files(of: setup) {
        let place = FileSystem.folder(of: FileSystem.path(file, in: folder))
        if FileSystem.exists(place) { continue }
        try FileSystem.makeFolder(place)
        made.append(place)
      }
      try EmbeddedPair.make(
        setup, folder: folder, program: program, currency: setup.localCurrency ?? currency)
    } catch {
      // Nothing begins with a setup of systems that are not there.
      if isNew { FileSystem.remove(path) }
      for folder in made { FileSystem.removeEmptyFolder(folder) }
      throw error
    }
    if isNew { Terminal.output("\(SetupFile.name) written\n") }
    try Self.makeState(setup, folder: folder, program)
    for file in Self.files(of: setup) { Terminal.output("\(file) ready\n") }
    let workspace = try await Workspace.open(setup, folder: folder, .look)
    // What does not fit it has said.
    guard try workspace.files.misfits().isEmpty else { return }
    Terminal.output("Next: 'mapsync setup check', 'mapsync demo-data', 'mapsync full --review'\n")
  }

  private static func makeState(
    _ setup: Setup, folder: String, _ program: any CompiledProgram.Type
  ) throws {
    let systems = try ConnectedSystems(setup, folder: folder, program: program)
    _ = try SQLiteState.make(
      FileSystem.path(setup.state, in: folder), company: systems.company.id,
      project: program.project)
  }

  private static func files(of setup: Setup) -> [String] {
    [setup.bc, setup.sales].compactMap { connection in
      if case .embedded(let path) = connection { path } else { nil }
    } + [setup.state]
  }
}
