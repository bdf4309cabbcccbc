import Foundation
import Testing

@Suite("How mapc is used")
struct UsageTests {
  static let commands = [
    "check", "graph", "generate", "test", "try", "show", "explain", "schema", "new",
  ]

  @Test("every command says what it does, with an example", arguments: commands)
  func help(command: String) throws {
    let run = try MapcProcess(command, "--help", in: URL(filePath: "/"))
    #expect(run.status == 0)
    #expect(run.output.contains("Example: mapc \(command)"))
    #expect(run.output.contains("USAGE: mapc \(command)"))
  }

  @Test("arguments that do not fit are refused with the command's usage", arguments: commands)
  func unknownOption(command: String) throws {
    let run = try MapcProcess(command, "--nonsense", in: URL(filePath: "/"))
    #expect(run.status == 2)
    #expect(run.error.contains("Usage: mapc \(command)"))
  }

  @Test("an unknown command is told the nearest one")
  func unknownCommand() throws {
    let near = try MapcProcess("chekc", in: URL(filePath: "/"))
    #expect(near.status == 2)
    #expect(near.error == "mapc: there is no command 'chekc'; did you mean 'check'?\n")
    let far = try MapcProcess("synchronize", in: URL(filePath: "/"))
    #expect(far.status == 2)
    #expect(
      far.error
        == "mapc: there is no command 'synchronize'; 'mapc help' lists those that there are\n")
  }

  @Test("so is one that help is asked of")
  func unknownCommandOfHelp() throws {
    let run = try MapcProcess("help", "chekc", in: URL(filePath: "/"))
    #expect(run.status == 2)
    #expect(run.error == "mapc: there is no command 'chekc'; did you mean 'check'?\n")
    #expect(try MapcProcess("help", "check", in: URL(filePath: "/")).status == 0)
  }

  @Test("shells can complete it", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let run = try MapcProcess("--generate-completion-script", shell, in: URL(filePath: "/"))
    #expect(run.status == 0)
    for command in Self.commands { #expect(run.output.contains(command)) }
  }
}
