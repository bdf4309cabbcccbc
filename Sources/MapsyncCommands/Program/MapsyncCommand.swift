import ArgumentParser

/// The root of all commands.
struct MapsyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapsync",
    abstract: "Keeps Business Central and Dynamics 365 Sales in step.",
    discussion: """
      Works in a folder with mapsync.yaml, or below one. 'mapsync init' writes it, with a pair of \
      embedded systems to try everything on one machine.

      Exit status: 0 fine, 1 something in the content (records failed, findings), 2 it could not \
      run.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Setup",
        subcommands: [InitCommand.self, SetupCommand.self, SchemaCommand.self]),
      CommandGroup(
        name: "Records",
        subcommands: [
          CoupleCommand.self, CreateCommand.self, SyncCommand.self, MatchCommand.self,
          UncoupleCommand.self, RetryCommand.self, WhyCommand.self,
        ]),
      CommandGroup(
        name: "Mappings",
        subcommands: [
          MappingsCommand.self, JobsCommand.self, ErrorsCommand.self, SkippedCommand.self,
          OrdersCommand.self, QuotesCommand.self, InvoicesCommand.self, StatisticsCommand.self,
        ]),
      CommandGroup(
        name: "Running",
        subcommands: [
          RunCommand.self, ServeCommand.self, FullCommand.self, StatusCommand.self,
        ]),
      CommandGroup(
        name: "Trying it out",
        subcommands: [ScenarioCommand.self, RecordCommand.self, DemoDataCommand.self]),
    ])
}
