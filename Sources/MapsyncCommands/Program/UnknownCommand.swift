import ArgumentParser
import MapSource

/// The name of a command that there is none of, which the parser would take for an argument too many.
enum UnknownCommand {
  /// - Parameter isHelp: whether help is asked of it, where no argument is anything but a command.
  /// - Throws: `CommandFailure` with the nearest name.
  static func refuse(
    _ arguments: ArraySlice<String>, of command: any ParsableCommand.Type,
    named title: String = "", isHelp: Bool = false
  ) throws(CommandFailure) {
    let commands = command.configuration.subcommands
    guard !commands.isEmpty, let name = arguments.first, !name.hasPrefix("-") else { return }
    if name == "help" {
      if title.isEmpty, !isHelp {
        try refuse(arguments.dropFirst(), of: command, isHelp: true)
      }
      return
    }
    let known = commands.first { $0.configuration.commandName == name }
    if let known {
      return try refuse(
        arguments.dropFirst(), of: known, named: title + name + " ", isHelp: isHelp)
    }
    let names = commands.compactMap { $0.configuration.commandName }
    let nearest = Spelling.nearest(to: name, among: names)
    if let standard = command.configuration.defaultSubcommand, !isHelp {
      // What the default takes is an argument of it.
      if nearest == nil || (try? standard.parse(Array(arguments))) != nil { return }
    }
    let meant = nearest.map { "did you mean '\(title)\($0)'?" }
    throw CommandFailure(
      "there is no command '\(title)\(name)'; "
        + (meant ?? "'mapsync help \(title)".trimmed + "' lists those that there are"))
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
