import ArgumentParser

/// `--setup`, for every command that works with records.
struct SetupOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The setup; by default the nearest mapsync.yaml upward.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var setup: String?

  /// The two systems and what is remembered of them, for commands that only look.
  func look() async throws -> Workspace { try await Workspace.open(setup, .look) }

  /// The same for commands that show what others would do.
  func preview() async throws -> Workspace { try await Workspace.open(setup, .preview) }

  /// The same for commands that write: what a crash left open is settled first (B6).
  func work() async throws -> Workspace { try await Workspace.open(setup, .work) }

  /// The same for what runs by itself, once the systems have all that it needs.
  func runs() async throws -> Workspace { try await Workspace.open(setup, .run) }

  /// The same after a file was put back: takes the files as they are.
  func afterRestore() async throws -> Workspace {
    try await Workspace.open(setup, .afterRestore)
  }
}
