import ArgumentParser
import MapCompiler
import MapPlan
import MapSource

/// Compiles integration table mappings: proves them, draws them, tests them, generates Swift.
@main
struct Mapc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapc",
    abstract: "Proves the mappings between Business Central and Dynamics 365 Sales.",
    discussion: """
      Run it in a folder with mappings/ and schemas/, or below one.

      Exit status: 0 nothing wrong, 1 something is wrong in the files, 2 it could not run.
      """,
    version: "0.1.0",
    subcommands: [
      CheckCommand.self, GraphCommand.self, GenerateCommand.self, TestCommand.self,
      TryCommand.self, ShowCommand.self, ExplainCommand.self, SchemaCommand.self, NewCommand.self,
      ImportCommand.self,
    ])

  static func main() {
    do {
      let arguments = CommandLine.arguments.dropFirst()
      if arguments.first == "import" { throw try ImportCommand.sibling(arguments.dropFirst()) }
      try refuseUnknown(arguments)
      var command = try named(by: arguments) ?? parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      Terminal.error("mapc: \(failure.sentence)\n")
      exit(withStatus: 2)
    } catch {
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      Terminal.error(fullMessage(for: error) + "\n")
      exit(withStatus: 2)
    }
  }

  /// A command that there is none of; the parser would take it for an argument too many.
  private static func refuseUnknown(_ arguments: ArraySlice<String>) throws(CommandFailure) {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if arguments.first == "help", arguments.count > 1 {
      return try refuseUnknown(arguments.dropFirst())
    }
    guard let name = arguments.first, !name.hasPrefix("-"), !names.contains(name) else { return }
    let meant = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    throw CommandFailure(
      sentence:
        "there is no command '\(name)'; \(meant ?? "'mapc help' lists those that there are")")
  }

  /// The command that the first argument names, read without looking at the others, which takes
  /// longer than to start the program. Nil where the parser has something to say: the whole program
  /// says it.
  private static func named(by arguments: ArraySlice<String>) -> (any ParsableCommand)? {
    guard let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name })
    else { return nil }
    let parsed = try? command.parseAsRoot(Array(arguments.dropFirst()))
    // What was asked for may be help instead.
    return parsed.flatMap { type(of: $0) == command ? $0 : nil }
  }

  /// Ends the program while what it made still stands: to free a project piece by piece takes a
  /// tenth of the time that its check takes, and the system frees it at once.
  static func end(
    _ status: ExitCode, keeping compilation: Compilation, _ program: Program? = nil
  ) -> Never {
    withExtendedLifetime((compilation, program)) { exit(withError: status) }
  }

  private static func exit(withStatus status: Int32) -> Never {
    exit(withError: ExitCode(status))
  }
}
