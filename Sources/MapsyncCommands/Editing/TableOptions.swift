import ArgumentParser

/// The table of an embedded system that a command is about.
struct TableOptions: ParsableArguments {
  @OptionGroup var setup: SetupOption

  @Option(help: "The system; needed where both have a table of the name.")
  var side: SideChoice?

  @Argument(help: "The table.", completion: Completions.table)
  var table: String
}
