import ArgumentParser
import MapRuntime
import MapSetup
import MapSource
import MapSync

/// `mapsync setup`: looks at everything that must be right before anything runs (F29).
struct SetupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup", abstract: "Checks the setup and the two systems.",
    subcommands: [Check.self], defaultSubcommand: Check.self)

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Says every problem of mapsync.yaml and of both systems at once.",
      discussion: """
        What documents need of the setup is told before the first one comes. What only some need, and
        no document asks for by itself, is a warning.

        Exit status: 1 if there is a problem, 2 if a file of the systems cannot be opened.

        Example: mapsync setup check
        """)

    @OptionGroup var setup: SetupOption
    @OptionGroup var format: FormatOption

    func run() async throws {
      let file = try SetupFile(setup.setup)
      guard let setup = file.output.setup, let places = file.output.places else {
        switch format.format {
        case .text:
          Terminal.output(
            TextRenderer(
              color: format.color.isOnOutput, width: Terminal.width
            ).render(file.report))
        case .json: Terminal.output(JSONRenderer().render(file.report))
        }
        throw ExitCode(1)
      }
      let check = await SystemsCheck(setup, places, folder: file.folder)
      let answer = SetupAnswer(check, setup, file.sources)
      try format.write(
        answer, text: answer.text(color: format.color.isOnOutput, width: Terminal.width))
      if !check.isComplete { throw ExitCode(2) }
      if !check.isReady { throw ExitCode(1) }
    }
  }
}
