import ArgumentParser

/// How a command writes what it found.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  /// Tables for people.
  case text
  /// One JSON document for programs.
  case json
}

/// `--format`, for commands that answer.
struct FormatOption: ParsableArguments {
  @Option(help: "How the answer is written.")
  var format: OutputFormat = .text

  /// Writes an answer in the chosen form.
  func write(_ answer: some Encodable, text: @autoclosure () -> String) throws {
    switch format {
    case .text: Terminal.output(text())
    case .json: Terminal.output(try JSONOutput.text(answer))
    }
  }
}
