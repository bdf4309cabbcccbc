import ArgumentParser
import MapRuntime
import MapSetup
import MapSource

/// `mapsync.yaml`: found, read and checked.
struct SetupFile {
  static let name = "mapsync.yaml"

  let path: String
  /// Paths in the setup are relative to it.
  let folder: String
  let output: SetupReader.Output
  let sources: SourceSet

  /// - Parameter reads: Whether the command only looks, and needs no right to write.
  init(_ named: String?, reads: Bool = false) throws(CommandFailure) {
    path = try Self.find(named)
    folder = FileSystem.folder(of: path)
    let source = SourceFile(
      path: named ?? Self.name, bytes: try FileSystem.read(path, limit: 4 << 20))
    var sources = SourceSet()
    let file = sources.add(source)
    self.sources = sources
    output = SetupReader.read(
      source, file: file, program: RunningProgram.current,
      surroundings: reads ? .process(folder: folder).forReading : .process(folder: folder))
  }

  var report: FindingReport { FindingReport(output.findings, in: sources) }

  /// The setup; where it has errors, all of them on standard error, and exit 2.
  func checked() throws -> Setup {
    guard let setup = output.setup else {
      let renderer = TextRenderer(color: Terminal.colorsErrors, width: Terminal.errorWidth)
      Terminal.error(renderer.render(report))
      throw ExitCode(2)
    }
    return setup
  }

  /// The named file, or the nearest one upward from here.
  private static func find(_ named: String?) throws(CommandFailure) -> String {
    if let named {
      guard let path = FileSystem.realPath(named) else {
        throw CommandFailure("there is no file \(named)")
      }
      return path
    }
    var folder = FileSystem.currentFolder
    while true {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      if FileSystem.exists(path) { return path }
      // A folder that was deleted has no path.
      if folder == "/" || folder == "." { break }
      folder = FileSystem.folder(of: folder)
    }
    throw CommandFailure("no \(name) here or above; 'mapsync init' writes one")
  }
}
