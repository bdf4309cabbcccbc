import ArgumentParser
import Foundation
import MapSource

/// The program behind `mapc import`.
@main
struct MapcImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapc import",
    abstract: "Writes table files from what a system says of itself, or compares them with it.",
    discussion: """
      Exit status: 0 nothing wrong, 1 something is wrong in the files, or a table file and its \
      system differ, 2 it could not run.
      """,
    subcommands: [MetadataCommand.self, PackageCommand.self, DriftCommand.self],
    defaultSubcommand: DriftCommand.self)

  static func main() {
    do {
      let arguments = CommandLine.arguments.dropFirst()
      guard let first = arguments.first else {
        Output.text(helpMessage())
        return
      }
      try refuseUnknown(first)
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as ImportFailure {
      Output.error("mapc import: \(failure.sentence)\n")
      Foundation.exit(2)
    } catch {
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      Output.error(fullMessage(for: error) + "\n")
      Foundation.exit(2)
    }
  }

  /// A kind of file that there is none of; without its name, files are for `--check`.
  private static func refuseUnknown(_ name: String) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !name.hasPrefix("-"), !names.contains(name) else { return }
    let meant = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    throw ImportFailure(
      sentence: "'\(name)' is nothing to import; "
        + (meant ?? "say 'csdl FILE', 'app FILE.app' or '--check DIR FILE'"))
  }
}

/// Why the program could not run (exit 2).
struct ImportFailure: Error {
  /// One sentence, without a full stop.
  let sentence: String
}
