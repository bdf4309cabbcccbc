import ArgumentParser

/// How a command writes what it found.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  /// Tables for people.
  case text
  /// One JSON document for programs.
  case json
}

/// Whether answers are coloured.
enum OutputColor: String, ExpressibleByArgument, CaseIterable {
  /// On a terminal, unless `NO_COLOR` is set.
  case auto
  case always
  case never

  /// Of the answer that is being written.
  @TaskLocal static var isOn = false

  var isOnOutput: Bool {
    switch self {
    case .auto: Terminal.colorsOutput
    case .always: true
    case .never: false
    }
  }
}

/// `--format` and `--color`, for commands that answer.
struct FormatOption: ParsableArguments {
  @Option(help: "How the answer is written.")
  var format: OutputFormat = .text

  @Option(help: "Whether it is coloured.")
  var color: OutputColor = .auto

  /// Writes an answer in the chosen form.
  func write(_ answer: some Encodable, text: @autoclosure () -> String) throws {
    switch format {
    case .text: Terminal.output(OutputColor.$isOn.withValue(color.isOnOutput) { text() })
    case .json: Terminal.output(try JSONOutput.text(answer))
    }
  }
}
