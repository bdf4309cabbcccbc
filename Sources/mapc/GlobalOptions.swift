import ArgumentParser

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(
    help: ArgumentHelp(
      "The project's folder; by default the nearest one upward with mappings/.",
      valueName: "dir"),
    completion: .directory)
  var root: String?

  @Option(help: "Whether output is coloured.")
  var color: Color = .auto

  /// The root, as an absolute path.
  func resolvedRoot() throws -> String { try ProjectRoot.find(root) }

  /// Whether to colour what goes to standard output.
  var colorsOutput: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Terminal.isTerminal && Environment.value("NO_COLOR") == nil
    }
  }
}
